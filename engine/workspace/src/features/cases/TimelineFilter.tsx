import { useTranslation } from 'react-i18next';

const kinds = ['case', 'task', 'record', 'document', 'note', 'deadline', 'process'] as const;

/** Which kind of event is shown. */
export function TimelineFilter({
  kind,
  onChange,
}: {
  kind: string | undefined;
  onChange: (kind: string | undefined) => void;
}) {
  const { t } = useTranslation('cases');
  return (
    <div className="es-row es-no-print" role="group" aria-label={t('timeline.filter')}>
      {kinds.map((each) => (
        <button
          key={each}
          type="button"
          className="es-chip"
          aria-pressed={kind === each}
          onClick={() => onChange(kind === each ? undefined : each)}
        >
          {t(`kind.${each}`)}
        </button>
      ))}
    </div>
  );
}
