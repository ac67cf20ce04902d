import { Button } from '@mantine/core';
import type { TaskDetail } from '@esocial/contracts/generated/api-tasks-detail.ts';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { ProblemMessage } from '@esocial/ui/components/ProblemMessage.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useShortcuts } from '@esocial/ui/keys/useShortcuts.ts';
import { useTranslation } from 'react-i18next';
import { claimRefusal } from '../../shared/tasks/claim-refusal.ts';
import { useClaimTask } from '../../shared/tasks/useClaimTask.ts';

/** Why the form can only be read, and the way to take the task over. */
export function ClaimNotice({ task }: { task: TaskDetail }) {
  const { t } = useTranslation('task');
  const format = useFormat();
  const claim = useClaimTask();
  const refusal = claimRefusal(claim.error);
  useShortcuts(
    'page',
    task.permissions.claim ? [{ keys: 'c', label: t('claim'), run: () => claim.mutate(task.id) }] : [],
  );
  const text = refusal
    ? t('taken', { who: refusal.who, at: refusal.at ? format.time(refusal.at) : '' })
    : task.assignee
      ? t('readOnly.assigned', { who: task.assignee.displayName })
      : t(task.permissions.claim ? 'readOnly.claimable' : 'readOnly.forbidden');
  const failure = refusal ? null : claim.error;
  return (
    <>
      {failure && <ProblemMessage error={failure} />}
      <div className="es-message es-tone-info es-no-print" role={refusal ? 'alert' : undefined}>
        <Icon name="info" />
        <div className="es-message-body es-row es-row-between">
          <p>{text}</p>
          {task.permissions.claim && !refusal && (
            <Button loading={claim.isPending} onClick={() => claim.mutate(task.id)}>
              {t('claim')}
            </Button>
          )}
        </div>
      </div>
    </>
  );
}
