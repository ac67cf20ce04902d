import { DataState } from '@esocial/ui/components/DataState.tsx';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DeadlineArithmetic } from '../../shared/deadline/DeadlineArithmetic.tsx';
import { caseDeadlines } from './api/case-deadlines.ts';

/** Every legal deadline of the case, with its arithmetic. */
export function CaseDeadlines({ caseId }: { caseId: string }) {
  const { t } = useTranslation('cases');
  const query = useQuery(caseDeadlines(caseId));
  return (
    <DataState
      query={query}
      isEmpty={(data) => data.items.length === 0}
      empty={<EmptyState title={t('deadlines.empty')}>{t('deadlines.emptyText')}</EmptyState>}
    >
      {(data) => (
        <ul>
          {data.items.map((deadline) => (
            <li key={deadline.id} className="es-record-row">
              <DeadlineArithmetic deadline={deadline} />
            </li>
          ))}
        </ul>
      )}
    </DataState>
  );
}
