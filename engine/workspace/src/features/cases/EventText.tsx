import type { CaseEvent } from '@esocial/contracts/generated/api-cases-timeline.ts';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';
import type { EventNames } from './event-names.ts';
import { eventDetail } from './event-values.ts';

interface EventTextProps {
  event: CaseEvent;
  names: EventNames;
  withDate?: boolean;
}

/** One event as a sentence: what, about what, by whom, when. */
export function EventText({ event, names, withDate = false }: EventTextProps) {
  const { t, i18n } = useTranslation('cases');
  const format = useFormat();
  const key = `event.${event.event.replaceAll('.', '_')}`;
  const words = i18n.exists(key, { ns: 'cases' }) ? t(key) : t(`kind.${event.kind}`);
  const detail = eventDetail(event, names);
  const when = withDate ? format.dateTime(event.at) : format.time(event.at);
  return (
    <span>
      {event.recordId ? <Link href={links.record(event.recordId)}>{words}</Link> : words}
      {detail && `: ${detail}`}
      <span className="es-faint es-small es-block">{[when, event.actor?.displayName].filter(Boolean).join(', ')}</span>
    </span>
  );
}
