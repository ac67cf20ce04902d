import type { ProcessStepList } from '@esocial/contracts/generated/api-process-instances-steps.ts';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';

const transitions = ['completed', 'terminated', 'activated'] as const;

interface StepChangesProps {
  step: ProcessStepList['items'][number];
  names: Record<string, string>;
}

/** What a step changed: elements that ended and began, and decisions with the rules that applied. */
export function StepChanges({ step, names }: StepChangesProps) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const say = (ids: readonly string[]) => format.list([...new Set(ids)].map((id) => names[id] ?? id));
  return (
    <ul className="es-stack es-stack-tight">
      {transitions
        .filter((transition) => step[transition].length > 0)
        .map((transition) => (
          <li key={transition}>{t(`history.${transition}`, { steps: say(step[transition]) })}</li>
        ))}
      {step.decisions.map(({ elementId, decisionId, matchedRules }) => (
        <li key={`${elementId} ${decisionId}`}>
          {t('history.decision', {
            decision: decisionId,
            rules: format.list(matchedRules),
            count: matchedRules.length,
          })}
        </li>
      ))}
    </ul>
  );
}
