import type { CaseDetail } from '@esocial/contracts/generated/api-cases-detail.ts';
import { useToast } from '@esocial/ui/toast/toast-context.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReassignDialog } from '../../shared/colleagues/ReassignDialog.tsx';
import { useAssignManager } from './api/assign-manager.ts';

/** Gives the case a manager, or another one; for those who may. */
export function AssignManager({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('cases');
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const assign = useAssignManager(detail);
  const title = detail.managerName ? t('manager.change') : t('manager.assign');
  const close = () => {
    setOpen(false);
    assign.reset();
  };
  if (!detail.permissions.assignManager || detail.status === 'closed') return null;
  return (
    <>
      <button type="button" className="es-chip es-no-print" onClick={() => setOpen(true)}>
        {title}
      </button>
      {open && (
        <ReassignDialog
          title={title}
          label={t('manager.label')}
          action={t('manager.confirm')}
          {...(detail.manager ? { exceptId: detail.manager.id } : {})}
          busy={assign.isPending}
          error={assign.error}
          onConfirm={({ id: userId, displayName }, reason) =>
            assign.mutate(
              { userId, reason },
              {
                onSuccess: () => {
                  close();
                  toast({ text: t('manager.done', { who: displayName }) });
                },
              },
            )
          }
          onClose={close}
        />
      )}
    </>
  );
}
