import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiagramMark } from '../../../shared/process/diagram-picture.ts';
import { MappingDiagram } from './MappingDiagram.tsx';
import type { MappingProps } from './mapping-props.ts';
import { targetsFor } from './migration-mapping.ts';
import type { PlannedMigration } from './MigrationDesk.tsx';

interface MappingDiagramsProps extends MappingProps {
  migration: PlannedMigration;
  numbers: { source: number; target: number };
}

/** Both versions as diagrams: a click at the left chooses a step, a click at the right what it becomes. */
export function MappingDiagrams(props: MappingDiagramsProps) {
  const { pairs, targets, migration, numbers, focused, onFocus, onChoose } = props;
  const { t } = useTranslation('operations');
  const pair = pairs.find(({ source }) => source === focused);
  const target = pair?.target ?? undefined;
  const sourceMarks = useMemo<DiagramMark[]>(
    () => [
      ...pairs.flatMap((each) => (each.target === null ? [{ elementId: each.source, marker: 'es-step-cancel' }] : [])),
      ...(focused ? [{ elementId: focused, marker: 'es-step-chosen' }] : []),
    ],
    [pairs, focused],
  );
  const targetMarks = useMemo<DiagramMark[]>(
    () => (target ? [{ elementId: target, marker: 'es-step-chosen' }] : []),
    [target],
  );
  const chooseTarget = (elementId: string) => {
    if (pair && targetsFor(pair, targets).some((each) => each.elementId === elementId))
      onChoose(pair.source, elementId);
  };
  return (
    <section className="es-stack es-no-print" aria-labelledby="diagrams-title">
      <h2 id="diagrams-title">{t('mapping.diagrams')}</h2>
      <p className="es-faint">{t('mapping.diagramsHint')}</p>
      <p role="status">
        {pair &&
          t(target ? 'mapping.focused' : 'mapping.focusedAlone', {
            source: pair.sourceName || pair.source,
            target: targets.find(({ elementId }) => elementId === target)?.name || target,
          })}
      </p>
      <div className="es-columns">
        <MappingDiagram
          title={t('version', { number: numbers.source })}
          workflow={migration.workflow}
          version={migration.source}
          marks={sourceMarks}
          onChoose={(elementId) => onFocus(pairs.some(({ source }) => source === elementId) ? elementId : undefined)}
        />
        <MappingDiagram
          title={t('version', { number: numbers.target })}
          workflow={migration.workflow}
          version={migration.target}
          marks={targetMarks}
          onChoose={chooseTarget}
        />
      </div>
    </section>
  );
}
