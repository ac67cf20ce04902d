import { useEffect, useRef, useState, type RefObject } from 'react';
import type { DiagramPicture } from './diagram-picture.ts';
import { openDiagram, type OpenDiagram } from './open-diagram.ts';

/** Keeps `bpmn` open in the container and the picture drawn upon it. */
export function useDiagram(
  bpmn: string,
  picture: DiagramPicture,
  onChoose: ((elementId: string) => void) | undefined,
): { container: RefObject<HTMLDivElement | null>; diagram: OpenDiagram | undefined; error: unknown } {
  const container = useRef<HTMLDivElement>(null);
  const latest = useRef({ onChoose, lookAt: picture.lookAt });
  const [diagram, setDiagram] = useState<OpenDiagram>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    latest.current = { onChoose, lookAt: picture.lookAt };
  }, [onChoose, picture]);
  useEffect(() => {
    if (!container.current) return;
    let closed = false;
    const opened = openDiagram(container.current, bpmn, (id) => latest.current.onChoose?.(id));
    opened.ready.then(
      () => {
        if (closed) return;
        opened.lookAt(latest.current.lookAt);
        setDiagram(opened);
      },
      (fault: unknown) => closed || setError(fault),
    );
    return () => {
      closed = true;
      setDiagram(undefined);
      opened.close();
    };
  }, [bpmn]);
  useEffect(() => diagram?.show(picture), [diagram, picture]);
  return { container, diagram, error };
}
