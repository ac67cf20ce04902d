import type { AuditEventItem } from '@esocial/contracts/generated/api-audit-events-list.ts';
import { useTranslation } from 'react-i18next';
import { AuditRow } from './AuditRow.tsx';
import type { AuditAddress } from './useAuditAddress.ts';

const columns = ['at', 'actor', 'verb', 'object', 'subjects'] as const;

/** Events as rows; what was done, never the values. */
export function AuditTable({ events, address }: { events: readonly AuditEventItem[]; address: AuditAddress }) {
  const { t } = useTranslation('audit');
  return (
    <table className="es-table es-table-cards">
      <caption className="es-visually-hidden">{t('title')}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`column.${column}`)}
            </th>
          ))}
          <th scope="col" className="es-no-print">
            <span className="es-visually-hidden">{t('column.details')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <AuditRow key={event.id} event={event} open={event.id === address.openId} address={address} />
        ))}
      </tbody>
    </table>
  );
}
