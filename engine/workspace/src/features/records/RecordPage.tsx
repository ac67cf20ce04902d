import type { RecordDetail } from '@esocial/contracts/generated/api-records-detail.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { useUrlState } from '../../shared/useUrlState.ts';
import { recordDetail } from './api/record-detail.ts';
import { RecordAnswers } from './RecordAnswers.tsx';
import { RecordComparison } from './RecordComparison.tsx';
import { RecordHeader } from './RecordHeader.tsx';

/** A recorded form, to read, print and compare with an earlier version. */
export function RecordPage() {
  const { id = '' } = useParams<{ id: string }>();
  const { get } = useUrlState();
  const compareWith = get('compare');
  const query = useQuery(recordDetail(id));
  return (
    <div className="es-page">
      <DataState<RecordDetail> query={query} wholePage skeletonRows={10}>
        {(record) => (
          <div className="es-stack">
            <RecordHeader record={record} comparing={compareWith !== undefined} />
            {compareWith ? (
              <RecordComparison newer={record} olderId={compareWith} />
            ) : (
              <RecordAnswers record={record} />
            )}
          </div>
        )}
      </DataState>
    </div>
  );
}
