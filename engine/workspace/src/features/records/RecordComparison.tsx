import type { RecordDetail } from '@esocial/contracts/generated/api-records-detail.ts';
import type { ClassifierLookup } from '@esocial/form-core/classifier-lookup.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { DifferenceTable } from '@esocial/ui/forms/DifferenceTable.tsx';
import { useAnswerDifferences } from '@esocial/ui/forms/useAnswerDifferences.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { expressions } from '../../shared/form/expressions.ts';
import { answerParts } from '../../shared/form/form-parts.ts';
import { recordDetail } from './api/record-detail.ts';
import { filled } from './filled-record.ts';

/** What changed between two versions, answer by answer. */
export function RecordComparison({ newer, olderId }: { newer: RecordDetail; olderId: string }) {
  const older = useQuery(recordDetail(olderId));
  const parts = useQuery(answerParts(newer.classifiers));
  return (
    <DataState<RecordDetail> query={older}>
      {(record) => (
        <DataState query={parts}>
          {(lookups) => <Differences older={record} newer={newer} lookups={lookups} />}
        </DataState>
      )}
    </DataState>
  );
}

interface DifferencesProps {
  older: RecordDetail;
  newer: RecordDetail;
  lookups: Map<string, ClassifierLookup>;
}

function Differences({ older, newer, lookups }: DifferencesProps) {
  const { t } = useTranslation('records');
  const comparison = useMemo(
    () => ({
      before: filled(older),
      after: filled(newer),
      env: { today: newer.legalReferenceDate, classifier: (key: string) => lookups.get(key) },
    }),
    [older, newer, lookups],
  );
  const differences = useAnswerDifferences({ ...comparison, expressions });
  if (differences.length === 0) return <EmptyState title={t('same')} />;
  const title = ({ version }: RecordDetail) => t('version', { version });
  return <DifferenceTable differences={differences} titles={{ before: title(older), after: title(newer) }} />;
}
