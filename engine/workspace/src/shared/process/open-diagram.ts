import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import { markDiagram, type DiagramCanvas, type ProcessProgress } from './mark-diagram.ts';

/** Draws `bpmn` into `container`, marks where the instance is, and fits it to the view. */
export function openDiagram(
  container: HTMLElement,
  bpmn: string,
  instance: ProcessProgress,
): { ready: Promise<void>; close: () => void } {
  const viewer = new NavigatedViewer({ container });
  let closed = false;
  const ready = viewer.importXML(bpmn).then(() => {
    if (closed) return;
    const canvas = viewer.get<DiagramCanvas>('canvas');
    canvas.zoom('fit-viewport', 'auto');
    const known = viewer.get<{ get: (id: string) => unknown }>('elementRegistry');
    markDiagram(canvas, (id) => known.get(id) !== undefined, instance);
  });
  return {
    ready,
    close: () => {
      closed = true;
      viewer.destroy();
    },
  };
}
