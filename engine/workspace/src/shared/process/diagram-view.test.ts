import { lookAtElement, zoomDiagram, type ZoomableCanvas } from './diagram-view.ts';

function buildCanvas(scale: number) {
  const done: unknown[] = [];
  const canvas: ZoomableCanvas = {
    zoom: (level) => {
      if (level !== undefined) done.push(level);
      return scale;
    },
    viewbox: (box) => {
      if (box) done.push(box);
      return { outer: { width: 600, height: 300 } };
    },
  };
  return { canvas, done };
}

const element = { x: 1000, y: 200, width: 100, height: 80 };

describe('the view of a diagram', () => {
  it('is the whole where it can be read', () => {
    const { canvas, done } = buildCanvas(0.8);
    lookAtElement(canvas, element);
    expect(done).toEqual(['fit-viewport']);
  });

  it('is the part around the element where the whole is too small', () => {
    const { canvas, done } = buildCanvas(0.2);
    lookAtElement(canvas, element);
    expect(done).toEqual(['fit-viewport', { x: 550, y: -10, width: 1000, height: 500 }]);
  });

  it('is the whole where there is nothing to look at', () => {
    const { canvas, done } = buildCanvas(0.2);
    lookAtElement(canvas, undefined);
    expect(done).toEqual(['fit-viewport']);
  });

  it.each([
    ['in', 1.3],
    ['out', 1 / 1.3],
    ['whole', 'fit-viewport'],
  ] as const)('zooms %s', (zoom, level) => {
    const { canvas, done } = buildCanvas(1);
    zoomDiagram(canvas, zoom);
    expect(done).toEqual([level]);
  });
});
