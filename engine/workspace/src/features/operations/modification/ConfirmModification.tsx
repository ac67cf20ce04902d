import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import { useToast } from '@esocial/ui/toast/toast-context.ts';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useModifyInstance } from '../api/modify-instance.ts';
import { operationsLinks } from '../operations-links.ts';
import { ReasonDialog } from '../ReasonDialog.tsx';
import { endsInstance, toRequest, type ModificationPlan, type PlannedVariables } from './modification-plan.ts';

interface ConfirmModificationProps {
  instance: ProcessInstanceView;
  plan: ModificationPlan;
  variables: PlannedVariables;
  nameOf: (elementId: string) => string;
  onClose: () => void;
}

/** Says in sentences what the modification does, asks why, and does it. */
export function ConfirmModification({ instance, plan, variables, nameOf, onClose }: ConfirmModificationProps) {
  const { t } = useTranslation('operations');
  const [, navigate] = useLocation();
  const toast = useToast();
  const change = useModifyInstance(instance);
  const cancelled = instance.elements.filter((element) => plan.terminate.includes(element.elementInstanceId));
  const names = Object.keys(variables.variables);
  const ends = endsInstance(plan, instance.elements);
  return (
    <ReasonDialog
      title={t('modify.title')}
      action={t('modify.action')}
      danger={ends}
      busy={change.isPending}
      error={change.error}
      onClose={onClose}
      onConfirm={(reason) =>
        change.mutate(toRequest(plan, variables, reason), {
          onSuccess: () => {
            toast({ text: t('modify.done') });
            navigate(operationsLinks.instance(instance.id));
          },
        })
      }
    >
      <p>{t('modify.happens')}</p>
      <ul className="es-stack es-stack-tight es-bullets">
        {names.length > 0 && <li>{t('modify.willSet', { names: names.join(', ') })}</li>}
        {plan.activate.map(({ elementId }) => (
          <li key={elementId}>{t('modify.willBegin', { step: nameOf(elementId) })}</li>
        ))}
        {cancelled.map(({ elementInstanceId, elementId }) => (
          <li key={elementInstanceId}>{t('modify.willCancel', { step: nameOf(elementId) })}</li>
        ))}
      </ul>
      {ends && <p className="es-strong">{t('modify.willEnd')}</p>}
    </ReasonDialog>
  );
}
