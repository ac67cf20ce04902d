import type { RecordDetail } from '@esocial/contracts/generated/api-records-detail.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useShowValue } from '../../shared/useShowValue.ts';
import { recordDetail } from './api/record-detail.ts';
import { fieldTitle } from './field-titles.ts';
import { findRecordChanges } from './record-changes.ts';

/** What changed between two versions, field by field. */
export function RecordComparison({ newer, olderId }: { newer: RecordDetail; olderId: string }) {
  const { t } = useTranslation('records');
  const show = useShowValue();
  const query = useQuery(recordDetail(olderId));
  return (
    <DataState<RecordDetail> query={query}>
      {(older) => {
        const changes = findRecordChanges(older.data, newer.data);
        if (changes.length === 0) return <EmptyState title={t('same')} />;
        return (
          <table className="es-table es-table-cards es-compare">
            <caption>{t('changes', { count: changes.length })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('field')}</th>
                <th scope="col">{t('version', { version: older.version })}</th>
                <th scope="col">{t('version', { version: newer.version })}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => (
                <tr key={change.pointer}>
                  <th scope="row">{fieldTitle(newer.form.schema, change.pointer)}</th>
                  <td data-label={t('version', { version: older.version })}>
                    <del>{show(change.older)}</del>
                  </td>
                  <td data-label={t('version', { version: newer.version })}>
                    <ins>{show(change.newer)}</ins>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        );
      }}
    </DataState>
  );
}
