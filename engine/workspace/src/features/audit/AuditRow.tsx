import type { AuditEventItem } from '@esocial/contracts/generated/api-audit-events-list.ts';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { AuditDetails } from './AuditDetails.tsx';
import type { AuditAddress } from './useAuditAddress.ts';
import { useAuditWords } from './useAuditWords.ts';

interface AuditRowProps {
  event: AuditEventItem;
  open: boolean;
  address: AuditAddress;
}

const columnCount = 6;

/** One event; its details unfold below. */
export function AuditRow({ event, open, address }: AuditRowProps) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const words = useAuditWords();
  const detailsId = `audit-${event.id}`;
  return (
    <>
      <tr>
        <td data-label={t('column.at')} className="es-nowrap es-numeric">
          {format.dateTime(event.at)}
        </td>
        <th scope="row">{words.actor(event.actor)}</th>
        <td data-label={t('column.verb')}>{words.verb(event.verb)}</td>
        <td data-label={t('column.object')}>{words.object(event.objectType)}</td>
        <td data-label={t('column.subjects')}>
          {event.subjectIds.length > 0 && t('subjects', { count: event.subjectIds.length })}
        </td>
        <td className="es-no-print">
          <button
            type="button"
            className="es-icon-button"
            aria-label={t('details.open', { time: format.dateTime(event.at), verb: words.verb(event.verb) })}
            aria-expanded={open}
            aria-controls={open ? detailsId : undefined}
            onClick={() => address.open(open ? undefined : event.id)}
          >
            <Icon name={open ? 'minus' : 'chevronDown'} />
          </button>
        </td>
      </tr>
      {open && (
        <tr id={detailsId} className="es-details-row">
          <td colSpan={columnCount}>
            <AuditDetails event={event} onNarrow={address.change} />
          </td>
        </tr>
      )}
    </>
  );
}
