import type { SupervisionSummary } from '@esocial/contracts/generated/api-supervision-summary.ts';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { LiveEvent } from '../../live/event-types.ts';
import { buildSession } from '../../testing/build-session.ts';
import { buildTask } from '../../testing/build-task.ts';
import { fakeServer, problem } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { SupervisionPage } from './SupervisionPage.tsx';

const summary: SupervisionSummary = {
  overdue: 2,
  atRisk: 1,
  unclaimed: 0,
  byWorker: [
    { user: { id: 'u1', displayName: 'Rusu Elena' }, onTime: 3, atRisk: 1, overdue: 2, oldest: '2026-03-01T08:00:00Z' },
    { user: { id: 'u2', displayName: 'Moraru Ana' }, onTime: 1, atRisk: 0, overdue: 0 },
  ],
  byInstitution: [{ institution: { id: 'o1', name: 'Agenția Orhei' }, unclaimed: 0, onTime: 4, atRisk: 1, overdue: 2 }],
  trend: [{ date: '2026-03-12', opened: 4, completed: 3, completedLate: 1 }],
};

const tasks = [
  buildTask({ id: 't1', deadlineState: 'overdue', dueAt: '2026-03-01T08:00:00Z' }),
  buildTask({ id: 't2', name: 'Plan individual', deadlineState: 'overdue', dueAt: '2026-03-02T08:00:00Z' }),
];

const colleague = {
  ...{ id: 'u2', displayName: 'Moraru Ana', position: 'Asistent social', team: null },
  institution: { id: 'o1', name: 'Agenția Orhei' },
};

function start(answers: Record<string, object> = {}) {
  return fakeServer({
    'GET /supervision/summary': summary,
    'GET /supervision/tasks': { items: tasks, nextCursor: null },
    'GET /users': { items: [colleague], nextCursor: null },
    ...answers,
  });
}

const open = (path: string) =>
  renderPage(<SupervisionPage />, { path, session: buildSession({ actions: ['supervision.read', 'task.reassign'] }) });

describe('the page of supervision', () => {
  it('begins with the numbers of today, each of which opens its list', async () => {
    // given
    start();
    const { history } = await open('/supervision');
    // when
    fireEvent.click(await screen.findByRole('link', { name: /2\s*Depășite/ }));
    // then
    expect(await screen.findByRole('heading', { level: 2, name: 'Depășite' })).toBeDefined();
    expect(history.at(-1)).toBe('/supervision?list=overdue');
    expect(document.title).toBe('Depășite, Supraveghere, eSocial');
  });

  it('says the load of each worker in figures beside the bar', async () => {
    // given
    start();
    const { container } = await open('/supervision');
    // when
    const row = (await screen.findByRole('link', { name: 'Rusu Elena' })).closest('tr');
    // then
    expect(
      within(row as HTMLElement)
        .getByRole('img')
        .getAttribute('aria-label'),
    ).toBe('În termen: 3, Aproape de termen: 1, Depășit: 2');
    expect(
      within(row as HTMLElement)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(expect.arrayContaining(['3', '1', '2']));
    expect(await findViolations(container)).toEqual([]);
  });

  it('groups by office on demand, and the address keeps it', async () => {
    // given
    start();
    const { history } = await open('/supervision');
    // when
    fireEvent.click(await screen.findByRole('button', { name: 'Pe oficii' }));
    // then
    expect(screen.getByRole('link', { name: 'Agenția Orhei' }).getAttribute('href')).toBe(
      '/supervision?list=all&office=o1',
    );
    expect(history.at(-1)).toBe('/supervision?by=offices');
  });

  it('asks for the tasks of the worker that the address names', async () => {
    // given
    const server = start();
    // when
    await open('/supervision?list=all&worker=u1');
    // then
    expect(await screen.findByRole('heading', { level: 2, name: 'Rusu Elena' })).toBeDefined();
    expect(server.calls.map((call) => call.path)).toContain('/supervision/tasks?state=all&assignee=u1&limit=50');
  });

  it('moves no row while it is read, and renews the list on demand', async () => {
    // given
    const server = start();
    const { emit } = await open('/supervision?list=overdue');
    await screen.findByText('Plan individual');
    server.answers['GET /supervision/tasks'] = { items: [tasks[0]], nextCursor: null };
    // when
    act(() => emit({ type: 'tasks.changed', taskIds: ['t2'] } as LiveEvent));
    const bar = await screen.findByRole('button', { name: 'O schimbare. Actualizează lista' });
    // then
    expect(screen.getByText('Plan individual')).toBeDefined();
    // when
    fireEvent.click(bar);
    // then
    await waitFor(() => expect(screen.queryByText('Plan individual')).toBeNull());
  });

  it('says so when a list is empty', async () => {
    // given
    start({ 'GET /supervision/tasks': { items: [], nextCursor: null } });
    // when
    await open('/supervision?list=atRisk');
    // then
    expect(await screen.findByText('Nicio sarcină nu se apropie de termen')).toBeDefined();
  });

  it('tells what went wrong when the picture cannot be had', async () => {
    // given
    start({ 'GET /supervision/summary': problem(403, 'forbidden') });
    // when
    await open('/supervision');
    // then
    expect((await screen.findByRole('alert')).textContent).toContain('Nu aveți acces');
  });
});

describe('reassigning', () => {
  async function choose() {
    const page = await open('/supervision?list=overdue');
    fireEvent.click(await screen.findByRole('checkbox', { name: /Selectează toate cele 2 sarcini/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Redistribuie' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(await within(dialog).findByRole('radio', { name: /Moraru Ana/ }));
    return { ...page, dialog };
  }

  async function confirm(dialog: HTMLElement) {
    fireEvent.change(within(dialog).getByLabelText('Motivul'), { target: { value: 'Concediu' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Redistribuie' }));
  }

  it('shows the load after the change before it is done', async () => {
    // given
    start();
    // when
    const { dialog, container } = await choose();
    // then
    const after = within(dialog).getByRole('group', { name: 'După redistribuire' });
    expect(within(after).getByRole('img').getAttribute('aria-label')).toBe(
      'În termen: 1, Aproape de termen: 0, Depășit: 2',
    );
    expect(await findViolations(container)).toEqual([]);
  });

  it('sends who, what and why, and offers to take it back', async () => {
    // given
    const server = start({
      'POST /task-reassignments': { reassigned: 2, refused: [], undoToken: 'undo-1' },
      'POST /task-reassignments/undos': { reassigned: 2, refused: [], undoToken: null },
    });
    const { dialog } = await choose();
    // when
    await confirm(dialog);
    // then
    expect(await screen.findByText('2 sarcini au trecut la Moraru Ana.')).toBeDefined();
    expect(server.calls.find((call) => call.path === '/task-reassignments')?.body).toEqual({
      taskIds: ['t1', 't2'],
      userId: 'u2',
      reason: 'Concediu',
    });
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Anulează' }));
    // then
    expect(await screen.findByText('Redistribuirea a fost anulată.')).toBeDefined();
    expect(server.calls.find((call) => call.path === '/task-reassignments/undos')?.body).toEqual({
      undoToken: 'undo-1',
    });
  });

  it('names the tasks that were refused, with why', async () => {
    // given
    start({
      'POST /task-reassignments': {
        ...{ reassigned: 1, undoToken: 'undo-1' },
        refused: [{ taskId: 't2', code: 'user_not_eligible' }],
      },
    });
    const { dialog } = await choose();
    // when
    await confirm(dialog);
    // then
    const notice = await screen.findByRole('alert');
    expect(notice.textContent).toContain('O sarcină nu a fost redistribuită');
    expect(notice.textContent).toContain('Plan individual, PC-2026-000123: colegul ales lucrează în alt oficiu.');
  });

  it('is done with the keys alone', async () => {
    // given
    start();
    await open('/supervision?list=overdue');
    await screen.findByText('Plan individual');
    // when
    fireEvent.keyDown(document.body, { key: 'j' });
    await waitFor(() => expect(document.activeElement?.id).toBe('task-t1'));
    fireEvent.keyDown(document.body, { key: 'x' });
    // then
    expect(await screen.findByText('o sarcină selectată')).toBeDefined();
  });
});
