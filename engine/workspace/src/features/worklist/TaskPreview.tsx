import type { TaskDetail } from '@esocial/contracts/generated/api-tasks-detail.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { taskDetail } from '../../shared/tasks/task-detail.ts';
import { TaskPreviewBody } from './TaskPreviewBody.tsx';

interface TaskPreviewProps {
  id: string;
  claiming: boolean;
  /** No longer in the list that it was chosen from. */
  gone: boolean;
  onClaim: () => void;
  onClose: () => void;
}

/** The selected task beside the list: why it is here, by when, what came before, claim or open. */
export function TaskPreview({ id, claiming, gone, onClaim, onClose }: TaskPreviewProps) {
  const { t } = useTranslation('worklist');
  const query = useQuery(taskDetail(id));
  return (
    <aside className="es-preview" aria-label={t('preview.label')}>
      <div className="es-row es-row-end">
        <button type="button" className="es-icon-button" aria-label={t('preview.close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <DataState<TaskDetail> query={query}>
        {(task) => <TaskPreviewBody task={task} claiming={claiming} gone={gone} onClaim={onClaim} />}
      </DataState>
    </aside>
  );
}
