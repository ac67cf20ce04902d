import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import { ConfirmDialog } from '@esocial/ui/components/ConfirmDialog.tsx';
import { ProblemMessage } from '@esocial/ui/components/ProblemMessage.tsx';
import { useToast } from '@esocial/ui/toast/toast-context.ts';
import { useTranslation } from 'react-i18next';
import { useResumeInstance } from '../api/suspend-instance.ts';

/** Lets a suspended instance go on. */
export function ResumeInstance({ instance, onClose }: { instance: ProcessInstanceView; onClose: () => void }) {
  const { t } = useTranslation('operations');
  const toast = useToast();
  const change = useResumeInstance(instance);
  return (
    <ConfirmDialog
      title={t('resume.title')}
      action={t('resume.action')}
      busy={change.isPending}
      onClose={onClose}
      onConfirm={() =>
        change.mutate(
          {},
          {
            onSuccess: () => {
              onClose();
              toast({ text: t('resume.done') });
            },
          },
        )
      }
    >
      <div className="es-stack">
        {change.error ? <ProblemMessage error={change.error} /> : null}
        <p>{t('resume.explain', { number: instance.caseNumber })}</p>
      </div>
    </ConfirmDialog>
  );
}
