/** The smallest scale at which names in a diagram can be read. */
const readable = 0.6;
const step = 1.3;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The part of the library's canvas that moves the view. */
export interface ZoomableCanvas {
  zoom: (level?: number | 'fit-viewport', center?: 'auto') => number;
  viewbox: (box?: Box) => { outer: { width: number; height: number } };
}

export type DiagramZoom = 'in' | 'out' | 'whole';

/** Shows more or less of the diagram, or all of it. */
export function zoomDiagram(canvas: ZoomableCanvas, zoom: DiagramZoom): void {
  if (zoom === 'whole') canvas.zoom('fit-viewport', 'auto');
  else canvas.zoom(zoom === 'in' ? canvas.zoom() * step : canvas.zoom() / step);
}

/** Shows the whole diagram; where that could not be read, the part around `element`. */
export function lookAtElement(canvas: ZoomableCanvas, element: Box | undefined): void {
  const scale = canvas.zoom('fit-viewport', 'auto');
  if (!element || scale >= readable) return;
  const { outer } = canvas.viewbox();
  const size = { width: outer.width / readable, height: outer.height / readable };
  canvas.viewbox({
    ...size,
    x: element.x + element.width / 2 - size.width / 2,
    y: element.y + element.height / 2 - size.height / 2,
  });
}
