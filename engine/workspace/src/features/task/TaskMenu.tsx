import type { TaskDetail } from '@esocial/contracts/generated/api-tasks-detail.ts';
import { ConfirmDialog } from '@esocial/ui/components/ConfirmDialog.tsx';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { Menu } from '@esocial/ui/components/Menu.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { links } from '../../shared/links.ts';
import { useReleaseTask } from '../../shared/tasks/useReleaseTask.ts';
import { useDiscardDraft } from './api/discard-draft.ts';
import { DelegateTask } from './DelegateTask.tsx';

/** What is done with a task seldom: give back, pass on, begin anew, print. */
export function TaskMenu({ task }: { task: TaskDetail }) {
  const { t } = useTranslation('task');
  const [, navigate] = useLocation();
  const [dialog, setDialog] = useState<'delegate' | 'discard'>();
  const release = useReleaseTask();
  const discard = useDiscardDraft(task.id);
  const entries = [
    {
      key: 'release',
      shown: task.permissions.release,
      run: () => release.mutate(task.id, { onSuccess: () => navigate(links.tasks()) }),
    },
    { key: 'delegate', shown: task.permissions.delegate, run: () => setDialog('delegate') },
    { key: 'discard', shown: task.permissions.complete && task.draft !== undefined, run: () => setDialog('discard') },
    { key: 'print', shown: true, run: () => window.print() },
  ].filter((entry) => entry.shown);
  return (
    <>
      <Menu
        label={t('menu.label')}
        trigger={
          <>
            {t('menu.title')}
            <Icon name="chevronDown" />
          </>
        }
      >
        {(close) =>
          entries.map((entry) => (
            <button
              key={entry.key}
              type="button"
              className="es-menu-item"
              onClick={() => {
                close();
                entry.run();
              }}
            >
              {t(`menu.${entry.key}`)}
            </button>
          ))
        }
      </Menu>
      {dialog === 'delegate' && <DelegateTask task={task} onClose={() => setDialog(undefined)} />}
      {dialog === 'discard' && (
        <ConfirmDialog
          title={t('discard.title')}
          action={t('discard.action')}
          danger
          busy={discard.isPending}
          onConfirm={() => discard.mutate(undefined, { onSuccess: () => setDialog(undefined) })}
          onClose={() => setDialog(undefined)}
        >
          <p>{t('discard.text')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
