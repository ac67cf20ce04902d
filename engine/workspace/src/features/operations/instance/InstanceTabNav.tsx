import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { operationsLinks } from '../operations-links.ts';
import { instanceTabs, type InstanceTab } from './instance-tabs.ts';

/** The views of an instance; each has its address. */
export function InstanceTabNav({ instanceId, current }: { instanceId: string; current: InstanceTab }) {
  const { t } = useTranslation('operations');
  return (
    <nav className="es-tabs es-no-print" aria-label={t('tab.label')}>
      {instanceTabs.map((tab) => (
        <Link
          key={tab}
          href={operationsLinks.instance(instanceId, tab === 'overview' ? undefined : tab)}
          className="es-tab"
          aria-current={tab === current ? 'page' : undefined}
        >
          {t(`tab.${tab}`)}
        </Link>
      ))}
    </nav>
  );
}
