import { useTranslation } from 'react-i18next';
import { loadStates } from './load.ts';

/** What the colours and shapes of the bars stand for. */
export function LoadLegend() {
  const { t } = useTranslation('ui');
  return (
    <ul className="es-swatches es-small" aria-hidden="true">
      {loadStates.map((state) => (
        <li key={state}>
          <span className={`es-swatch es-bar-${state}`} />
          {t(`deadline.${state}`)}
        </li>
      ))}
    </ul>
  );
}
