import type { TaskDetail } from '@esocial/contracts/generated/api-tasks-detail.ts';
import { fireEvent, screen } from '@testing-library/react';
import { Route, Switch } from 'wouter';
import { ReceiptPage } from '../features/task/ReceiptPage.tsx';
import { TaskPage } from '../features/task/TaskPage.tsx';
import { buildSession } from './build-session.ts';
import { buildTaskDetail } from './build-task-detail.ts';
import { fakeServer } from './fake-server.ts';
import { renderPage } from './render-page.tsx';
import { sampleValidatorUrl } from './sample-validator.ts';

/** A task whose form demands a conclusion. */
export function buildSendableTask(overrides: Partial<TaskDetail> = {}): TaskDetail {
  const task = buildTaskDetail(overrides);
  return { ...task, form: { ...task.form, validatorUrl: sampleValidatorUrl } };
}

/** Opens a task as the address does, with what comes after it: the receipt, and the list. */
export async function openTask(task: TaskDetail, answers: Record<string, object> = {}, path = '/tasks/task-1') {
  const savedAt = new Date().toISOString();
  const server = fakeServer({
    'GET /tasks/task-1': task,
    'GET /tasks': { items: [], nextCursor: null },
    'PATCH /tasks/task-1/draft': { version: 1, data: {}, updatedAt: savedAt },
    ...answers,
  });
  const page = await renderPage(
    <Switch>
      <Route path="/tasks/:id/receipt">
        <ReceiptPage />
      </Route>
      <Route path="/tasks/:id">
        <TaskPage />
      </Route>
      <Route>
        <p>lista de sarcini</p>
      </Route>
    </Switch>,
    { path, session: buildSession({ actions: ['task.read', 'task.claim', 'person.create'] }) },
  );
  return { ...page, server };
}

/** The field of the form. */
export const conclusion = () => screen.findByLabelText<HTMLInputElement>(/^Concluzia/);

/** Types into the field of the form. */
export async function conclude(value: string): Promise<HTMLInputElement> {
  const field = await conclusion();
  fireEvent.change(field, { target: { value } });
  return field;
}

/** Goes on to the check page and sends the form. */
export function send(): void {
  fireEvent.click(screen.getByRole('button', { name: 'Continuă' }));
  fireEvent.click(screen.getByRole('button', { name: 'Trimite evaluarea' }));
}
