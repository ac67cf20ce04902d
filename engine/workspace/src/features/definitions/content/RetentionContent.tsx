import type { RetentionFile } from '@esocial/contracts/generated/retention.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../../shared/links.ts';
import { ContentSection } from './ContentSection.tsx';

/** For how long closed cases of which procedures are kept. */
export function RetentionContent({ file }: { file: RetentionFile }) {
  const { t } = useTranslation('definitions');
  return (
    <ContentSection title={t('retention.title')}>
      <dl className="es-facts es-short-facts">
        <dt>{t('retention.years')}</dt>
        <dd>{t('unit.years', { count: file.years })}</dd>
        <dt>{t('kind.workflow')}</dt>
        <dd className="es-row">
          {file.workflows.map((key) => (
            <Link key={key} href={links.definition('workflow', key)}>
              {key}
            </Link>
          ))}
        </dd>
      </dl>
    </ContentSection>
  );
}
