import { useTranslation } from 'react-i18next';
import { useDelayed } from './useDelayed.ts';

/** Rows in the shape of what is coming, shown after 300 ms. */
export function Skeleton({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation('ui');
  const visible = useDelayed(300);
  return (
    <div role="status">
      <span className="es-visually-hidden">{t('data.loading')}</span>
      {visible &&
        Array.from({ length: rows }, (_, row) => (
          <div key={row} className="es-skeleton-row" aria-hidden="true">
            <span className="es-skeleton es-grow" />
            <span className="es-skeleton es-grow" />
          </div>
        ))}
    </div>
  );
}
