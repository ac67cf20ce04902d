import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';
import { caseTabs, type CaseTab } from './case-tabs.ts';

/** The views of the case, each with its own address. */
export function CaseTabNav({ caseId, current }: { caseId: string; current: CaseTab }) {
  const { t } = useTranslation('cases');
  return (
    <nav className="es-tabs" aria-label={t('tabs')}>
      {caseTabs.map((tab) => (
        <Link
          key={tab}
          href={links.case(caseId, tab === 'overview' ? undefined : tab)}
          className="es-tab"
          aria-current={tab === current ? 'page' : undefined}
        >
          {t(`tab.${tab}`)}
        </Link>
      ))}
    </nav>
  );
}
