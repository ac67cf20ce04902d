import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { workflowList } from '../../shared/workflows/workflow-list.ts';
import type { CaseListFilter } from './api/case-list.ts';

interface CaseFiltersProps {
  filter: CaseListFilter;
  onChange: (changes: Record<string, string | undefined>) => void;
}

const states = ['active', 'suspended', 'closed'] as const;

/** Number of the case, state and procedure; names are searched on the page of persons. */
export function CaseFilters({ filter, onChange }: CaseFiltersProps) {
  const { t } = useTranslation(['cases', 'ui']);
  const workflows = useQuery(workflowList());
  const [number, setNumber] = useState(filter.q ?? '');
  const id = useId();
  const chip = (label: string, name: 'status' | 'workflow', value: string) => (
    <button
      key={`${name}-${value}`}
      type="button"
      className="es-chip"
      aria-pressed={filter[name] === value}
      onClick={() => onChange({ [name]: filter[name] === value ? undefined : value })}
    >
      {label}
    </button>
  );
  return (
    <form
      className="es-row"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ q: number.trim() || undefined });
      }}
    >
      <label htmlFor={id} className="es-visually-hidden">
        {t('list.number')}
      </label>
      <input
        id={id}
        className="es-input es-input-small es-case-number"
        placeholder={t('list.number')}
        value={number}
        onChange={(event) => setNumber(event.target.value)}
      />
      <button type="submit" className="es-button-link es-button-link-quiet">
        {t('list.find')}
      </button>
      {states.map((state) => chip(t(`ui:state.${state}`), 'status', state))}
      {(workflows.data ?? []).map((workflow) => chip(workflow.title, 'workflow', workflow.key))}
    </form>
  );
}
