import type { CaseEvent } from '@esocial/contracts/generated/api-cases-timeline.ts';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';
import { eventValues } from './event-values.ts';

/** One event as a sentence: what, by whom, when. */
export function EventText({ event, withDate = false }: { event: CaseEvent; withDate?: boolean }) {
  const { t, i18n } = useTranslation('cases');
  const format = useFormat();
  const values = eventValues(event);
  const key = `event.${event.event.replaceAll('.', '_')}`;
  const words = i18n.exists(key, { ns: 'cases' }) ? t(key, values) : t(`kind.${event.kind}`);
  const detail = [values['name'], values['to'] && `→ ${values['to']}`, values['reason']].filter(Boolean).join(', ');
  return (
    <span>
      {event.recordId ? <Link href={links.record(event.recordId)}>{words}</Link> : <span>{words}</span>}
      {detail && <span>: {detail}</span>}
      <span className="es-faint es-small es-block">
        {withDate ? format.dateTime(event.at) : format.time(event.at)}
        {values['who'] && `, ${values['who']}`}
      </span>
    </span>
  );
}
