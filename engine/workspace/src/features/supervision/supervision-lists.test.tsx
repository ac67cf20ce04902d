import type { SupervisionSummary } from '@esocial/contracts/generated/api-supervision-summary.ts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { buildSession } from '../../testing/build-session.ts';
import { buildTask } from '../../testing/build-task.ts';
import { fakeServer, problem } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { SupervisionPage } from './SupervisionPage.tsx';

const summary: SupervisionSummary = {
  ...{ overdue: 2, atRisk: 0, unclaimed: 1 },
  byWorker: [{ user: { id: 'u1', displayName: 'Rusu Elena' }, onTime: 3, atRisk: 1, overdue: 2 }],
  byInstitution: [{ institution: { id: 'o1', name: 'Agenția Orhei' }, unclaimed: 4, onTime: 4, atRisk: 1, overdue: 2 }],
  trend: [],
};
const tasks = [
  buildTask({ id: 't1', deadlineState: 'overdue', assignee: { id: 'u1', displayName: 'Rusu Elena' } }),
  buildTask({ id: 't2', name: 'Plan individual', caseNumber: 'PC-2026-000124' }),
];
const colleague = {
  ...{ id: 'u2', displayName: 'Moraru Ana', position: 'Asistent social', team: null },
  institution: { id: 'o1', name: 'Agenția Orhei' },
};

async function open(path: string, answers: Record<string, object> = {}, actions = ['task.reassign']) {
  const server = fakeServer({
    'GET /supervision/summary': summary,
    'GET /supervision/tasks': { items: tasks, nextCursor: null },
    'GET /users': { items: [colleague], nextCursor: null },
    ...answers,
  });
  const session = buildSession({ actions: ['supervision.read', ...actions] });
  return { ...(await renderPage(<SupervisionPage />, { path, session })), server };
}

const press = (key: string) => fireEvent.keyDown(document.body, { key });
const asked = ({ calls }: { calls: { path: string }[] }) => calls.map((call) => call.path);

describe('the picture of today', () => {
  it.each([
    ['Depășite', 'overdue'],
    ['Nepreluate', 'unclaimed'],
    ['Aproape de termen', 'atRisk'],
  ])('%s is a number that opens its list', async (name, list) => {
    await open('/supervision');
    const numbers = await screen.findByRole('navigation', { name: 'Situația de astăzi' });
    const link = within(numbers).getByRole('link', { name: new RegExp(name) });
    expect(link.getAttribute('href')).toBe(`/supervision?list=${list}`);
  });

  it('of an office says also what nobody has taken', async () => {
    const { container } = await open('/supervision?by=offices');
    const row = (await screen.findByRole('link', { name: 'Agenția Orhei' })).closest('tr');
    const figures = [...(row?.querySelectorAll('.es-table-number') ?? [])].map((cell) => cell.textContent);
    expect(figures).toEqual(['4', '1', '2', '4']);
    expect(await findViolations(container)).toEqual([]);
  });

  it('says so where nobody has anything to do', async () => {
    await open('/supervision', { 'GET /supervision/summary': { ...summary, byWorker: [], byInstitution: [] } });
    expect(await screen.findByText('Nimeni nu are sarcini deschise')).toBeTruthy();
  });

  it('can be asked for again', async () => {
    const { server } = await open('/supervision', { 'GET /supervision/summary': problem(500, 'internal_error') });
    fireEvent.click(await screen.findByRole('button', { name: 'Încearcă din nou' }));
    await waitFor(() => expect(asked(server).filter((path) => path === '/supervision/summary')).toHaveLength(2));
  });
});

describe('a list of supervision', () => {
  it('of an office asks for that office, and leads back', async () => {
    const { server } = await open('/supervision?list=all&office=o1');
    expect(await screen.findByRole('heading', { level: 2, name: 'Agenția Orhei' })).toBeTruthy();
    expect(asked(server)).toContain('/supervision/tasks?state=all&institution=o1&limit=50');
    expect(screen.getByRole('link', { name: 'Înapoi la privirea de ansamblu' }).getAttribute('href')).toBe(
      '/supervision',
    );
  });

  it('says who has each task, or that nobody has', async () => {
    const { container } = await open('/supervision?list=overdue');
    expect((await screen.findByRole('link', { name: /Evaluare inițială/ })).textContent).toContain('Rusu Elena');
    expect(screen.getByRole('link', { name: /Plan individual/ }).textContent).toContain('nepreluată');
    expect(await findViolations(container)).toEqual([]);
  });

  it('opens the selected task with Enter', async () => {
    const { history } = await open('/supervision?list=overdue');
    await screen.findByRole('link', { name: /Plan individual/ });
    press('j');
    await waitFor(() => expect(document.activeElement?.id).toBe('task-t1'));
    press('Enter');
    await waitFor(() => expect(history.at(-1)).toBe('/tasks/t1'));
  });

  it('lets nobody tick what they may not give to others, not by keys either', async () => {
    // given
    await open('/supervision?list=overdue', {}, []);
    await screen.findByRole('link', { name: /Plan individual/ });
    // when
    press('j');
    await waitFor(() => expect(document.activeElement?.id).toBe('task-t1'));
    press('x');
    // then
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByText('o sarcină selectată')).toBeNull();
  });

  it('gives up the selection on demand', async () => {
    await open('/supervision?list=overdue');
    const all = await screen.findByRole<HTMLInputElement>('checkbox', { name: /Selectează toate/ });
    fireEvent.click(all);
    expect(screen.getByText('2 sarcini selectate')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Renunță la selecție' }));
    expect(all.checked).toBe(false);
    expect(screen.queryByText('2 sarcini selectate')).toBeNull();
  });
});

describe('a reassignment', () => {
  async function reassign(answer: object, undo: object = {}) {
    const page = await open('/supervision?list=overdue', {
      'POST /task-reassignments': answer,
      'POST /task-reassignments/undos': undo,
    });
    fireEvent.click(await screen.findByRole('checkbox', { name: /PC-2026-000124/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Redistribuie' }));
    const dialog = await screen.findByRole('dialog', { name: 'Redistribuirea unei sarcini' });
    fireEvent.click(await within(dialog).findByRole('radio', { name: /Moraru Ana/ }));
    fireEvent.change(within(dialog).getByLabelText('Motivul'), { target: { value: 'Concediu' } });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Redistribuie' }));
    return { ...page, dialog };
  }

  it('that fails keeps colleague and reason, and nothing is sent twice', async () => {
    const { dialog, server } = await reassign(problem(503, 'unavailable'));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Nimic nu s-a pierdut');
    expect(within(dialog).getByLabelText<HTMLTextAreaElement>('Motivul').value).toBe('Concediu');
    expect(asked(server).filter((path) => path === '/task-reassignments')).toHaveLength(1);
  });

  it('that can no longer be undone says why', async () => {
    await reassign({ reassigned: 1, refused: [], undoToken: 'u' }, problem(409, 'undo_too_late'));
    fireEvent.click(await screen.findByRole('button', { name: 'Anulează' }));
    expect(await screen.findByText(/nu a putut fi anulată: sarcinile au fost modificate între timp/)).toBeTruthy();
  });

  it('of tasks that ended meanwhile says so, until it is read', async () => {
    await reassign({ reassigned: 0, undoToken: null, refused: [{ taskId: 't2', code: 'task_not_open' }] });
    expect((await screen.findByRole('alert')).textContent).toContain('între timp a fost finalizată sau retrasă');
    expect(screen.queryByRole('button', { name: 'Anulează' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Am înțeles' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
