import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import { useToast } from '@esocial/ui/toast/toast-context.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetVariables } from '../api/set-variables.ts';
import { ChoiceField } from '../../../shared/ChoiceField.tsx';
import { ReasonDialog } from '../ReasonDialog.tsx';
import { useVariableRows } from './useVariableRows.ts';
import { VariableRows } from './VariableRows.tsx';

const oneRow = [{ name: '', kind: 'text', text: '' }] as const;

/** Sets variables in one scope of the instance, with a reason. */
export function SetVariables({ instance, onClose }: { instance: ProcessInstanceView; onClose: () => void }) {
  const { t } = useTranslation('operations');
  const toast = useToast();
  const change = useSetVariables(instance);
  const rows = useVariableRows(oneRow);
  const [scopeId, setScopeId] = useState<string>();
  const { variables = {} } = rows;
  const count = Object.keys(variables).length;
  const inner = instance.elements.filter((element) => element.parentId !== null);
  return (
    <ReasonDialog
      title={t('variables.set')}
      action={t('variables.action')}
      ready={count > 0}
      busy={change.isPending}
      error={change.error}
      onClose={onClose}
      onConfirm={(reason) =>
        change.mutate(
          { variables, reason, ...(scopeId ? { scopeId } : {}) },
          {
            onSuccess: () => {
              onClose();
              toast({ text: t('variables.done', { count }) });
            },
          },
        )
      }
    >
      <p>{t('variables.explain')}</p>
      <ChoiceField
        label={t('variables.scope')}
        none={t('variables.root')}
        choices={inner.map((element) => ({
          value: element.elementInstanceId,
          label: element.elementName || element.elementId,
        }))}
        value={scopeId}
        onChange={setScopeId}
      />
      <VariableRows rows={rows} />
    </ReasonDialog>
  );
}
