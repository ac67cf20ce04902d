import { useTranslation } from 'react-i18next';
import type { MigrationResult } from '../api/migration-results.ts';

interface MigrationNotesProps {
  result: MigrationResult;
  nameOf: (elementId: string) => string;
}

/** What stands in the way of an instance, or what it waits for that begins or ends. */
export function MigrationNotes({ result, nameOf }: MigrationNotesProps) {
  const { t, i18n } = useTranslation('operations');
  const hasWords = (code: string) => i18n.exists(`fault.${code}`, { ns: 'operations' });
  const changed = (result.events ?? []).filter(({ action }) => action !== 'kept');
  if (result.faults.length === 0 && changed.length === 0) return null;
  return (
    <ul className="es-stack es-stack-tight">
      {result.faults.map((fault) => (
        <li key={`${fault.code} ${fault.elementInstanceId ?? fault.elementId}`} className="es-stack es-stack-tight">
          {hasWords(fault.code) && t(`fault.${fault.code}`, { step: nameOf(fault.elementId) })}
          <span className="es-faint es-small">{fault.message}</span>
        </li>
      ))}
      {changed.map((event, index) => (
        <li key={index}>
          {t(`results.${event.action}`, {
            what: t(`waiting.${event.kind}`),
            step: nameOf(event.targetElementId ?? event.elementId ?? ''),
          })}
        </li>
      ))}
    </ul>
  );
}
