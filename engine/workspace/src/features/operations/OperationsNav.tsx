import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { operationsLinks } from './operations-links.ts';

const views = ['incidents', 'processes'] as const;

/** What stands still, and everything that runs. */
export function OperationsNav({ current }: { current: (typeof views)[number] }) {
  const { t } = useTranslation('operations');
  return (
    <nav className="es-tabs es-no-print" aria-label={t('nav.label')}>
      {views.map((view) => (
        <Link
          key={view}
          href={operationsLinks[view]()}
          className="es-tab"
          aria-current={view === current ? 'page' : undefined}
        >
          {t(`nav.${view}`)}
        </Link>
      ))}
    </nav>
  );
}
