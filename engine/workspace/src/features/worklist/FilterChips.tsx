import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { workflowList } from '../../shared/workflows/workflow-list.ts';
import type { TaskListFilter } from './api/task-list.ts';

interface FilterChipsProps {
  filter: TaskListFilter;
  onChange: (changes: Record<string, string | undefined>) => void;
}

/** Filters that stay: the procedure and the order. */
export function FilterChips({ filter, onChange }: FilterChipsProps) {
  const { t } = useTranslation('worklist');
  const workflows = useQuery(workflowList());
  const newestFirst = filter.sort === 'created';
  return (
    <div className="es-row" role="group" aria-label={t('filters')}>
      {(workflows.data ?? []).map((workflow) => {
        const pressed = filter.workflow === workflow.key;
        return (
          <button
            key={workflow.key}
            type="button"
            className="es-chip"
            aria-pressed={pressed}
            onClick={() => onChange({ workflow: pressed ? undefined : workflow.key })}
          >
            {workflow.title}
          </button>
        );
      })}
      <button
        type="button"
        className="es-chip"
        aria-pressed={newestFirst}
        onClick={() => onChange({ sort: newestFirst ? undefined : 'created' })}
      >
        {t('newestFirst')}
      </button>
    </div>
  );
}
