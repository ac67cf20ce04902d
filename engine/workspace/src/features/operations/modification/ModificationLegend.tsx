import { useTranslation } from 'react-i18next';

/** What the marks of a planned modification mean. */
export function ModificationLegend() {
  const { t } = useTranslation('operations');
  return (
    <ul className="es-row es-small">
      {(['active', 'cancel', 'begin'] as const).map((state) => (
        <li key={state} className="es-row">
          <span className="es-legend-mark" data-state={state} aria-hidden="true" />
          {t(`modify.legend.${state}`)}
        </li>
      ))}
    </ul>
  );
}
