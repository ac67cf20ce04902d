import { Icon } from '@esocial/ui/components/Icon.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../../../shared/ChoiceField.tsx';
import { chooseAncestor, scopesFor, toggleActivate } from './modification-plan.ts';
import type { PlanProps } from './plan-props.ts';

/** The steps to begin: chosen from all of the procedure, and taken away again. */
export function ActivateList({ plan, active, nodes, nameOf, onChange }: PlanProps) {
  const { t } = useTranslation('operations');
  const [chosen, setChosen] = useState<string>();
  const planned = plan.activate.map(({ elementId }) => elementId);
  const left = nodes.filter(({ id }) => !planned.includes(id));
  const add = () => {
    if (chosen) onChange(toggleActivate(plan, chosen));
    setChosen(undefined);
  };
  return (
    <fieldset className="es-plain-fieldset es-stack es-stack-small">
      <legend className="es-legend">{t('modify.begin')}</legend>
      <ul className="es-stack es-stack-small">
        {plan.activate.map(({ elementId, ancestorId }) => {
          const scopes = scopesFor(
            nodes.find(({ id }) => id === elementId),
            active,
          );
          return (
            <li key={elementId} className="es-stack es-stack-small">
              <span className="es-row es-row-between">
                {nameOf(elementId)}
                <button
                  type="button"
                  className="es-icon-button"
                  aria-label={t('modify.remove', { step: nameOf(elementId) })}
                  onClick={() => onChange(toggleActivate(plan, elementId))}
                >
                  <Icon name="close" />
                </button>
              </span>
              {scopes.length > 1 && (
                <ChoiceField
                  label={t('modify.scope', { step: nameOf(elementId) })}
                  none={t('modify.chooseScope')}
                  choices={scopes.map((scope, index) => ({
                    value: scope.elementInstanceId,
                    label: t('modify.scopeNumber', { step: nameOf(scope.elementId), number: index + 1 }),
                  }))}
                  value={ancestorId}
                  onChange={(scope) => onChange(chooseAncestor(plan, elementId, scope))}
                />
              )}
            </li>
          );
        })}
      </ul>
      <ChoiceField
        label={t('modify.add')}
        none={t('modify.chooseStep')}
        choices={left.map(({ id, type }) => ({
          value: id,
          label: t('modify.step', { step: nameOf(id), type: t(`type.${type}`, { defaultValue: type }) }),
        }))}
        value={chosen}
        onChange={setChosen}
      />
      <div>
        <button type="button" className="es-chip" disabled={!chosen} onClick={add}>
          <Icon name="plus" />
          {t('modify.addAction')}
        </button>
      </div>
    </fieldset>
  );
}
