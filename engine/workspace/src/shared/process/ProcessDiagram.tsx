import { ProblemMessage } from '@esocial/ui/components/ProblemMessage.tsx';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessProgress } from './mark-diagram.ts';
import { openDiagram } from './open-diagram.ts';

/** The procedure's diagram with the path taken; the table below says the same in words. */
export function ProcessDiagram({ bpmn, instance }: { bpmn: string; instance: ProcessProgress }) {
  const { t } = useTranslation('shared');
  const container = useRef<HTMLDivElement>(null);
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    if (!container.current) return;
    const diagram = openDiagram(container.current, bpmn, instance);
    diagram.ready.catch(setError);
    return () => diagram.close();
  }, [bpmn, instance]);
  if (error) return <ProblemMessage error={error} />;
  return <div ref={container} className="es-diagram" role="group" aria-label={t('process.diagramLabel')} />;
}
