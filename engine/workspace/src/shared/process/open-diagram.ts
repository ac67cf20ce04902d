import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import type { DiagramMark, DiagramPicture } from './diagram-picture.ts';
import { lookAtElement, zoomDiagram, type DiagramZoom, type ZoomableCanvas } from './diagram-view.ts';
import { drawPicture, type DiagramCanvas, type DiagramOverlays } from './draw-picture.ts';

interface DiagramElement {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
  parent?: unknown;
  labelTarget?: { id: string };
}

interface EventBus {
  on: (event: 'element.click', listener: (event: { element: DiagramElement }) => void) => void;
}

export interface OpenDiagram {
  /** Settles when the diagram is drawn; fails when it cannot be read. */
  ready: Promise<void>;
  /** Draws upon the diagram, in place of what was drawn before. */
  show: (picture: DiagramPicture) => void;
  /** Shows all of it, or what is around an element where all could not be read. */
  lookAt: (elementId: string | undefined) => void;
  zoom: (zoom: DiagramZoom) => void;
  close: () => void;
}

/** Draws `bpmn` into `container`; `onChoose` hears which element was clicked. */
export function openDiagram(container: HTMLElement, bpmn: string, onChoose: (id: string) => void): OpenDiagram {
  const viewer = new NavigatedViewer({ container });
  let drawn: readonly DiagramMark[] = [];
  const canvas = () => viewer.get<DiagramCanvas & ZoomableCanvas>('canvas');
  const find = (id: string) =>
    viewer.get<{ get: (id: string) => DiagramElement | undefined }>('elementRegistry').get(id);
  const ready = viewer.importXML(bpmn).then(() => {
    viewer.get<EventBus>('eventBus').on('element.click', ({ element }) => {
      if (element.parent) onChoose(element.labelTarget?.id ?? element.id);
    });
  });
  return {
    ready,
    show: (picture) => {
      const overlays = viewer.get<DiagramOverlays>('overlays');
      drawn = drawPicture({ canvas: canvas(), overlays, isKnown: (id) => find(id) !== undefined }, picture, drawn);
    },
    lookAt: (elementId) => lookAtElement(canvas(), elementId ? find(elementId) : undefined),
    zoom: (zoom) => zoomDiagram(canvas(), zoom),
    close: () => viewer.destroy(),
  };
}
