import type { TaskDetail } from '@esocial/contracts/generated/api-tasks-detail.ts';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../shared/session/SessionContext.ts';
import { ClaimNotice } from './ClaimNotice.tsx';

/** What must be known before typing: why it came back, whose draft this is, whether it can be written at all. */
export function TaskNotices({ task }: { task: TaskDetail }) {
  const { t } = useTranslation('task');
  const format = useFormat();
  const { user } = useSession();
  const foreignDraft = task.draft && task.draft.updatedBy !== user.displayName;
  return (
    <>
      {task.returnNote && (
        <div className="es-message es-tone-warning">
          <Icon name="alert" />
          <div className="es-message-body">
            <strong>{t('returned')}</strong>
            <p className="es-pre">{task.returnNote}</p>
          </div>
        </div>
      )}
      {task.draft && task.permissions.complete && (
        <p className="es-faint es-no-print">
          {t(foreignDraft ? 'draft.restoredFrom' : 'draft.restored', {
            at: format.dateTime(task.draft.updatedAt),
            who: task.draft.updatedBy,
          })}
        </p>
      )}
      {!task.permissions.complete && <ClaimNotice task={task} />}
    </>
  );
}
