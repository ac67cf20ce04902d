import type { DeadlineView } from '@esocial/contracts/generated/api-deadlines-view.ts';
import { DeadlineBadge } from '@esocial/ui/components/DeadlineBadge.tsx';
import { DeadlineText } from '@esocial/ui/components/DeadlineText.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { DeadlineSteps } from './DeadlineSteps.tsx';
import { LegalBasisText } from './LegalBasisText.tsx';

/** A deadline, when it ends, and on demand how that date came about. */
export function DeadlineArithmetic({ deadline }: { deadline: DeadlineView }) {
  const { t } = useTranslation('shared');
  const format = useFormat();
  const ended = deadline.endedAt !== undefined;
  return (
    <div className="es-stack es-stack-small">
      <div className="es-row">
        <strong>{deadline.ruleTitle}</strong>
        <DeadlineBadge state={deadline.state} />
      </div>
      <p>
        {ended ? (
          t('deadline.was', { at: format.dateTime(deadline.dueAt) })
        ) : (
          <DeadlineText dueAt={deadline.dueAt} remaining={deadline.remaining} />
        )}
      </p>
      <details>
        <summary className="es-link-button">{t('deadline.how')}</summary>
        <div className="es-stack es-stack-small es-small">
          <p>
            {t(`deadline.rule.${deadline.unit}`, {
              count: deadline.amount,
              from: format.dateTime(deadline.startedAt),
              calendar: deadline.calendarTitle,
            })}
          </p>
          <DeadlineSteps steps={deadline.steps} />
          {deadline.legalBasis.map((basis) => (
            <LegalBasisText key={`${basis.act}${basis.article ?? ''}`} basis={basis} />
          ))}
          {deadline.parameter && (
            <LegalBasisText basis={deadline.parameter} since={format.date(deadline.parameter.validFrom)} />
          )}
        </div>
      </details>
    </div>
  );
}
