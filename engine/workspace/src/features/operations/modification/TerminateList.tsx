import { useTranslation } from 'react-i18next';
import { toggleTerminate } from './modification-plan.ts';
import type { PlanProps } from './plan-props.ts';

/** What is active now, to be ticked for cancelling. */
export function TerminateList({ plan, active, nameOf, onChange }: PlanProps) {
  const { t } = useTranslation('operations');
  const inner = active.filter((element) => element.parentId !== null);
  return (
    <fieldset className="es-plain-fieldset es-stack es-stack-small">
      <legend className="es-legend">{t('modify.active')}</legend>
      {inner.length === 0 && <p className="es-faint">{t('modify.nothingActive')}</p>}
      {inner.map((element) => (
        <label key={element.elementInstanceId} className="es-row">
          <input
            type="checkbox"
            className="es-check"
            checked={plan.terminate.includes(element.elementInstanceId)}
            onChange={() => onChange(toggleTerminate(plan, element.elementInstanceId))}
          />
          {t('modify.cancelStep', {
            step: nameOf(element.elementId),
            type: t(`type.${element.elementType}`, { defaultValue: element.elementType }),
          })}
        </label>
      ))}
    </fieldset>
  );
}
