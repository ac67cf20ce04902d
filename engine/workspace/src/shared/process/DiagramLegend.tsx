import { useTranslation } from 'react-i18next';

/** What the colours and shapes of the diagram mean. */
export function DiagramLegend() {
  const { t } = useTranslation('shared');
  return (
    <ul className="es-row es-small">
      {(['active', 'completed', 'incident'] as const).map((state) => (
        <li key={state} className="es-row">
          <span className="es-legend-mark" data-state={state} aria-hidden="true" />
          {t(`process.${state}`)}
        </li>
      ))}
    </ul>
  );
}
