import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import type { DiagramMark, DiagramPicture } from './diagram-picture.ts';
import { drawPicture, type DiagramCanvas, type DiagramOverlays } from './draw-picture.ts';

interface ClickedElement {
  id: string;
  parent?: unknown;
  labelTarget?: { id: string };
}

interface EventBus {
  on: (event: 'element.click', listener: (event: { element: ClickedElement }) => void) => void;
}

export interface OpenDiagram {
  /** Settles when the diagram is drawn; fails when it cannot be read. */
  ready: Promise<void>;
  /** Draws upon the diagram, in place of what was drawn before. */
  show: (picture: DiagramPicture) => void;
  close: () => void;
}

/** Draws `bpmn` into `container`, fitted to the view; `onChoose` hears which element was clicked. */
export function openDiagram(container: HTMLElement, bpmn: string, onChoose: (id: string) => void): OpenDiagram {
  const viewer = new NavigatedViewer({ container });
  let closed = false;
  let drawn: readonly DiagramMark[] = [];
  const ready = viewer.importXML(bpmn).then(() => {
    if (closed) return;
    viewer.get<{ zoom: (level: 'fit-viewport', center: 'auto') => unknown }>('canvas').zoom('fit-viewport', 'auto');
    viewer.get<EventBus>('eventBus').on('element.click', ({ element }) => {
      if (element.parent) onChoose(element.labelTarget?.id ?? element.id);
    });
  });
  const show = (picture: DiagramPicture) => {
    if (closed) return;
    const registry = viewer.get<{ get: (id: string) => unknown }>('elementRegistry');
    const drawing = {
      canvas: viewer.get<DiagramCanvas>('canvas'),
      overlays: viewer.get<DiagramOverlays>('overlays'),
      isKnown: (id: string) => registry.get(id) !== undefined,
    };
    drawn = drawPicture(drawing, picture, drawn);
  };
  return {
    ready,
    show,
    close: () => {
      closed = true;
      viewer.destroy();
    },
  };
}
