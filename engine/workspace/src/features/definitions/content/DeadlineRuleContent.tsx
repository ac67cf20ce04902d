import type { DeadlineRuleFile } from '@esocial/contracts/generated/deadline-rule.ts';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../../shared/links.ts';
import { ContentSection } from './ContentSection.tsx';

/** How long, by which calendar, and who is told when. */
export function DeadlineRuleContent({ file }: { file: DeadlineRuleFile }) {
  const { t } = useTranslation('definitions');
  const format = useFormat();
  return (
    <ContentSection title={t('rule.title')}>
      <dl className="es-facts es-short-facts">
        <dt>{t('rule.amount')}</dt>
        <dd>
          <Amount file={file} />
        </dd>
        <dt>{t('rule.calendar')}</dt>
        <dd>
          <Link href={links.definition('calendar', file.calendar)}>{file.calendar}</Link>
        </dd>
        <dt>{t('rule.atRisk')}</dt>
        <dd>{t('rule.remaining', { amount: t(`unit.${file.unit}`, { count: file.atRisk.remaining }) })}</dd>
        {file.ladder.map((step) => (
          <Step
            key={step.at}
            at={t(`rule.step.${step.at}`)}
            who={format.list(step.notify.map((who) => t(`rule.who.${who}`)))}
          />
        ))}
      </dl>
    </ContentSection>
  );
}

function Step({ at, who }: { at: string; who: string }) {
  return (
    <>
      <dt>{at}</dt>
      <dd>{who}</dd>
    </>
  );
}

function Amount({ file: { amount, unit } }: { file: DeadlineRuleFile }) {
  const { t } = useTranslation('definitions');
  if (typeof amount === 'number') return <>{t(`unit.${unit}`, { count: amount })}</>;
  const unitName = t(`unitName.${unit}`);
  return (
    <>
      {unitName}:{' '}
      {'parameter' in amount ? (
        <Link href={links.definition('parameter', amount.parameter)}>
          {t('rule.byParameter', { key: amount.parameter })}
        </Link>
      ) : (
        <code>{amount.expression}</code>
      )}
    </>
  );
}
