import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { buildSession } from '../../testing/build-session.ts';
import { buildTask } from '../../testing/build-task.ts';
import { fakeServer, problem } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { WorklistPage } from './WorklistPage.tsx';

const counter = { count: 2, capped: false };
const counters = {
  mine: counter,
  unclaimed: counter,
  overdue: counter,
  today: counter,
  week: counter,
  waiting: counter,
};
const session = buildSession({ actions: ['task.list', 'task.claim', 'case.start', 'task.reassign'] });
const late = buildTask({ id: 't1', name: 'Evaluare', dueAt: '2020-01-01T08:00:00Z', deadlineState: 'overdue' });
const quiet = buildTask({ id: 't2', name: 'Monitorizare', caseNumber: 'PC-2026-000124' });

const answers = {
  'GET /tasks/counters': counters,
  'GET /workflows': { items: [], nextCursor: null },
  'GET /tasks': { items: [late, quiet], nextCursor: null },
};

describe('the worklist', () => {
  it('groups tasks by urgency and counts each queue', async () => {
    // given
    fakeServer(answers);
    // when
    const page = await renderPage(<WorklistPage />, { path: '/tasks', session });
    await screen.findByText('Evaluare');
    // then
    expect(screen.getByRole('heading', { name: 'Depășite (1)' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Fără termen (1)' })).toBeTruthy();
    expect((await screen.findAllByLabelText('2 sarcini')).length).toBe(6);
    expect(document.title).toBe('Sarcinile mele, eSocial');
    expect(await findViolations(page.container)).toEqual([]);
  });

  it('says what an empty queue is for', async () => {
    fakeServer({ ...answers, 'GET /tasks': { items: [], nextCursor: null } });
    await renderPage(<WorklistPage />, { path: '/tasks?queue=today', session });
    expect(await screen.findByText('Nu este nimic scadent astăzi')).toBeTruthy();
  });

  it('keeps new tasks behind a bar until they are asked for', async () => {
    // given
    const server = fakeServer(answers);
    const page = await renderPage(<WorklistPage />, { path: '/tasks', session });
    await screen.findByText('Evaluare');
    // when
    server.answers['GET /tasks'] = {
      items: [buildTask({ id: 't3', name: 'Sarcina proaspătă' }), late, quiet],
      nextCursor: null,
    };
    act(() => page.emit({ type: 'tasks.changed', taskIds: ['t3'], queueIds: [], assigneeIds: [], institutionIds: [] }));
    // then
    const bar = await screen.findByRole('button', { name: 'O sarcină nouă. Arat-o' });
    expect(screen.queryByText('Sarcina proaspătă')).toBeNull();
    fireEvent.click(bar);
    expect(await screen.findByText('Sarcina proaspătă')).toBeTruthy();
  });

  it('tells who was faster when a claim comes too late', async () => {
    // given
    const details = { assignee: { displayName: 'Lungu Maria' }, claimedAt: '2026-03-12T08:05:00Z' };
    fakeServer({ ...answers, 'POST /tasks/t1/claims': problem(409, 'task_already_claimed', { details }) });
    await renderPage(<WorklistPage />, { path: '/tasks?task=t1', session });
    await screen.findByText('Evaluare');
    // when
    fireEvent.keyDown(document, { key: 'c' });
    // then
    expect(await screen.findByText('Lungu Maria a preluat deja această sarcină, la ora 10:05.')).toBeTruthy();
  });

  it('claims the rows that are ticked, counting', async () => {
    // given
    const server = fakeServer({ ...answers, 'POST /tasks/t1/claims': late, 'POST /tasks/t2/claims': quiet });
    await renderPage(<WorklistPage />, { path: '/tasks?queue=unclaimed', session });
    await screen.findByText('Evaluare');
    // when
    for (const box of screen.getAllByRole('checkbox')) fireEvent.click(box);
    fireEvent.click(screen.getByRole('button', { name: 'Preia' }));
    // then
    expect(await screen.findByText('2 sarcini preluate.')).toBeTruthy();
    await waitFor(() => expect(server.calls.filter((call) => call.method === 'POST')).toHaveLength(2));
  });

  it('gives the tasks with a reason to a colleague, and takes it back', async () => {
    // given
    const colleague = {
      id: 'u9',
      displayName: 'Lungu Maria',
      position: '',
      institution: { id: 'i', name: 'Orhei' },
      team: null,
    };
    const server = fakeServer({
      ...answers,
      'GET /users': { items: [colleague], nextCursor: null },
      'POST /task-reassignments': { reassigned: 1, refused: [], undoToken: 'undo-1' },
      'POST /task-reassignments/undos': {},
    });
    await renderPage(<WorklistPage />, { path: '/tasks', session });
    await screen.findByText('Evaluare');
    // when
    fireEvent.click(screen.getAllByRole('checkbox')[0]!);
    fireEvent.click(screen.getByRole('button', { name: 'Redistribuie' }));
    fireEvent.click(await screen.findByLabelText(/Lungu Maria/));
    fireEvent.change(screen.getByLabelText('Motivul'), { target: { value: 'concediu' } });
    fireEvent.click(screen.getAllByRole('button', { name: 'Redistribuie' }).at(-1)!);
    fireEvent.click(await screen.findByRole('button', { name: 'Anulează' }));
    // then
    await waitFor(() =>
      expect(server.calls.filter((call) => call.method === 'POST').map((call) => call.body)).toEqual([
        { taskIds: ['t1'], userId: 'u9', reason: 'concediu' },
        { undoToken: 'undo-1' },
      ]),
    );
  });
});
