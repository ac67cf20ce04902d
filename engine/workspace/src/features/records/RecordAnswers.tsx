import type { RecordDetail } from '@esocial/contracts/generated/api-records-detail.ts';
import type { ClassifierLookup } from '@esocial/form-core/classifier-lookup.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { FormAnswers } from '@esocial/ui/forms/FormAnswers.tsx';
import { useQuery } from '@tanstack/react-query';
import { expressions } from '../../shared/form/expressions.ts';
import { answerParts } from '../../shared/form/form-parts.ts';
import { useFormEnvironment } from '../../shared/form/useFormEnvironment.ts';

/** The answers of a record, section by section. */
export function RecordAnswers({ record }: { record: RecordDetail }) {
  const parts = useQuery(answerParts(record.classifiers));
  return (
    <DataState query={parts} skeletonRows={10}>
      {(lookups) => <LoadedAnswers record={record} lookups={lookups} />}
    </DataState>
  );
}

function LoadedAnswers({ record, lookups }: { record: RecordDetail; lookups: Map<string, ClassifierLookup> }) {
  const env = useFormEnvironment({ today: record.legalReferenceDate, lookups, caseId: record.caseId });
  return <FormAnswers form={record.form} expressions={expressions} data={record.data as JsonObject} env={env} />;
}
