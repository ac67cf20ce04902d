import { ProblemMessage } from '@esocial/ui/components/ProblemMessage.tsx';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiagramPicture } from './diagram-picture.ts';
import { openDiagram, type OpenDiagram } from './open-diagram.ts';

interface ProcessDiagramProps {
  bpmn: string;
  /** The same picture object is drawn once. */
  picture: DiagramPicture;
  /** Hears which element was clicked; without it the diagram is only looked at. */
  onChoose?: (elementId: string) => void;
}

/** The procedure's diagram with what is drawn upon it; the table beside it says the same in words. */
export function ProcessDiagram({ bpmn, picture, onChoose }: ProcessDiagramProps) {
  const { t } = useTranslation('shared');
  const container = useRef<HTMLDivElement>(null);
  const choose = useRef(onChoose);
  const [diagram, setDiagram] = useState<OpenDiagram>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    choose.current = onChoose;
  }, [onChoose]);
  useEffect(() => {
    if (!container.current) return;
    const opened = openDiagram(container.current, bpmn, (id) => choose.current?.(id));
    opened.ready.then(() => setDiagram(opened), setError);
    return () => {
      setDiagram(undefined);
      opened.close();
    };
  }, [bpmn]);
  useEffect(() => diagram?.show(picture), [diagram, picture]);
  if (error) return <ProblemMessage error={error} />;
  return (
    <div
      ref={container}
      className="es-diagram"
      data-choosing={onChoose !== undefined}
      role="group"
      aria-label={t('process.diagramLabel')}
    />
  );
}
