import type { TaskDetail } from '@esocial/contracts/generated/api-tasks-detail.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import { formParts } from '../../shared/form/form-parts.ts';
import { taskDetail } from '../../shared/tasks/task-detail.ts';
import { OpenTask } from './OpenTask.tsx';
import { TaskEnded } from './TaskEnded.tsx';

/** One task: its form, the case beside it, what happens next. */
export function TaskPage() {
  const { id = '' } = useParams<{ id: string }>();
  // What is being typed must not be replaced by a renewed answer; changes of others come as merges.
  const query = useQuery({ ...taskDetail(id), staleTime: Infinity });
  return (
    <div className="es-page">
      <DataState<TaskDetail> query={query} wholePage skeletonRows={10}>
        {(task) => (task.state === 'open' ? <LoadedTask key={task.id} task={task} /> : <TaskEnded task={task} />)}
      </DataState>
    </div>
  );
}

function LoadedTask({ task }: { task: TaskDetail }) {
  const parts = useQuery(formParts(task.form, task.classifiers));
  return (
    <DataState query={parts} skeletonRows={10}>
      {(loaded) => (
        // Who may write changes with claim and release; the form begins anew then.
        <OpenTask key={String(task.permissions.complete)} task={task} parts={loaded} />
      )}
    </DataState>
  );
}
