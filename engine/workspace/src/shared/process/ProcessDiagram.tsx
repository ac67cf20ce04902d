import { ProblemMessage } from '@esocial/ui/components/ProblemMessage.tsx';
import { useTranslation } from 'react-i18next';
import type { DiagramPicture } from './diagram-picture.ts';
import { DiagramTools } from './DiagramTools.tsx';
import { useDiagram } from './useDiagram.ts';

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
  const { container, diagram, error } = useDiagram(bpmn, picture, onChoose);
  if (error) return <ProblemMessage error={error} />;
  return (
    <div className="es-diagram-frame" role="group" aria-label={t('process.diagramLabel')}>
      <div ref={container} className="es-diagram" data-choosing={onChoose !== undefined} />
      {diagram && <DiagramTools onZoom={diagram.zoom} />}
    </div>
  );
}
