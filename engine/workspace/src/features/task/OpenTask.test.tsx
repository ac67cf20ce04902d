import { fireEvent, screen, waitFor } from '@testing-library/react';
import { buildSession } from '../../testing/build-session.ts';
import { buildTaskDetail } from '../../testing/build-task-detail.ts';
import { fakeServer, problem } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { OpenTask } from './OpenTask.tsx';

const parts = { validator: () => [], lookups: new Map() };
const session = buildSession({ actions: ['task.read', 'person.create'] });
const readOnly = { claim: true, release: false, complete: false, delegate: false };

describe('an open task', () => {
  it('shows what must be done, the case, and what happens next', async () => {
    // given
    fakeServer({});
    // when
    const page = await renderPage(<OpenTask task={buildTaskDetail()} parts={parts} />, {
      path: '/tasks/task-1',
      session,
    });
    // then
    expect(screen.getByRole('heading', { level: 1, name: 'Evaluare inițială' })).toBeTruthy();
    expect(screen.getByText('Aprobarea șefului, în 3 zile lucrătoare')).toBeTruthy();
    expect(screen.getByText('Nivelul de risc')).toBeTruthy();
    expect(document.title).toBe('Evaluare inițială, Popa Ion, eSocial');
    expect(await findViolations(page.container)).toEqual([]);
  });

  it('saves what is typed and says so', async () => {
    // given
    const updatedAt = new Date().toISOString();
    const server = fakeServer({
      'PATCH /tasks/task-1/draft': { version: 1, data: { conclusion: 'bine' }, updatedAt },
    });
    await renderPage(<OpenTask task={buildTaskDetail()} parts={parts} />, { path: '/tasks/task-1', session });
    // when
    const field = screen.getByLabelText(/^Concluzia/);
    fireEvent.change(field, { target: { value: 'bine' } });
    fireEvent.blur(field);
    // then
    expect(await screen.findByText(/Salvat acum \d+ s/, {}, { timeout: 5_000 })).toBeTruthy();
    expect(server.calls[0]?.body).toEqual({ base: 0, changes: { '/conclusion': 'bine' } });
  });

  it('can only be read until it is claimed', async () => {
    // given
    const server = fakeServer({ 'POST /tasks/task-1/claims': {} });
    await renderPage(<OpenTask task={buildTaskDetail({ permissions: readOnly })} parts={parts} />, { session });
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Preia sarcina' }));
    // then
    expect(screen.getByText('Preluați sarcina ca să completați formularul.')).toBeTruthy();
    await waitFor(() => expect(server.calls[0]?.path).toBe('/tasks/task-1/claims'));
  });

  it('tells who has it when the claim came too late', async () => {
    // given
    const details = { assignee: { displayName: 'Lungu Maria' }, claimedAt: '2026-03-12T08:05:00Z' };
    fakeServer({ 'POST /tasks/task-1/claims': problem(409, 'task_already_claimed', { details }) });
    await renderPage(<OpenTask task={buildTaskDetail({ permissions: readOnly })} parts={parts} />, { session });
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Preia sarcina' }));
    // then
    expect(await screen.findByText(/Lungu Maria a preluat deja această sarcină, la ora 10:05/)).toBeTruthy();
  });

  it('says why it came back', async () => {
    fakeServer({});
    await renderPage(<OpenTask task={buildTaskDetail({ returnNote: 'Lipsește termenul.' })} parts={parts} />, {
      session,
    });
    expect(screen.getByText('Lipsește termenul.')).toBeTruthy();
  });

  it('can be given back from its menu', async () => {
    // given
    const server = fakeServer({ 'DELETE /tasks/task-1/claims': {} });
    const page = await renderPage(<OpenTask task={buildTaskDetail()} parts={parts} />, {
      path: '/tasks/task-1',
      session,
    });
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Alte acțiuni pentru sarcină' }));
    fireEvent.click(screen.getByRole('button', { name: 'Renunță la sarcină' }));
    // then
    await waitFor(() => expect(page.history.at(-1)).toBe('/tasks'));
    expect(server.calls[0]?.method).toBe('DELETE');
  });
});
