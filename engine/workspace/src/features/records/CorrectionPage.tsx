import type { RecordDetail } from '@esocial/contracts/generated/api-records-detail.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import { formParts } from '../../shared/form/form-parts.ts';
import { links } from '../../shared/links.ts';
import { recordDetail } from './api/record-detail.ts';
import { CorrectRecord } from './CorrectRecord.tsx';

/** The form of a record with its answers, to correct them. */
export function CorrectionPage() {
  const { id = '' } = useParams<{ id: string }>();
  // The answers that are being corrected must not change under the hands.
  const query = useQuery({ ...recordDetail(id), staleTime: Infinity });
  return (
    <div className="es-page">
      <DataState<RecordDetail> query={query} wholePage skeletonRows={10}>
        {(record) => (record.permissions.correct ? <LoadedCorrection record={record} /> : <NotAllowed id={id} />)}
      </DataState>
    </div>
  );
}

function LoadedCorrection({ record }: { record: RecordDetail }) {
  const parts = useQuery(formParts(record.form, record.classifiers));
  return (
    <DataState query={parts} skeletonRows={10}>
      {(loaded) => <CorrectRecord record={record} parts={loaded} />}
    </DataState>
  );
}

function NotAllowed({ id }: { id: string }) {
  const { t } = useTranslation('records');
  return (
    <EmptyState
      title={t('correction.notAllowed')}
      action={<Link href={links.record(id)}>{t('correction.toRecord')}</Link>}
    >
      {t('correction.notAllowedText')}
    </EmptyState>
  );
}
