import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { LiveEvent } from '../../live/event-types.ts';
import { buildSession } from '../../testing/build-session.ts';
import { buildTaskDetail } from '../../testing/build-task-detail.ts';
import { buildTask } from '../../testing/build-task.ts';
import { buildWorkflow } from '../../testing/build-workflow.ts';
import { fakeServer, problem } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { queues } from './queues.ts';
import { WorklistPage } from './WorklistPage.tsx';

const worker = buildSession({ actions: ['task.list', 'task.claim'] });
const first = buildTask({ id: 't1', name: 'Evaluare inițială' });
const second = buildTask({ id: 't2', name: 'Plan individual' });
const list = (...items: object[]) => ({ items, nextCursor: null });

async function open({ path = '/tasks', session = worker, wide = false, answers = {} } = {}) {
  const server = fakeServer({
    'GET /workflows': { items: [buildWorkflow()], nextCursor: null },
    'GET /tasks': list(first, second),
    ...answers,
  });
  const page = await renderPage(<WorklistPage />, { path, session, wide });
  return { ...page, server };
}

const asked = (server: { calls: { path: string }[] }) =>
  server.calls.map((call) => call.path).filter((path) => path.startsWith('/tasks?'));
const changed = (...taskIds: string[]): LiveEvent => ({
  ...{ type: 'tasks.changed', taskIds, queueIds: [], assigneeIds: [], institutionIds: [] },
});

describe('the queues', () => {
  it('are links, the present one marked, and a count that was capped says so', async () => {
    // given
    const count = { count: 1000, capped: true };
    const counters = Object.fromEntries(queues.map((queue) => [queue, count]));
    // when
    await open({ path: '/tasks?queue=week', answers: { 'GET /tasks/counters': counters } });
    // then
    const nav = screen.getByRole('navigation', { name: 'Liste de sarcini' });
    expect((await within(nav).findAllByText('1000+')).length).toBe(6);
    expect(within(nav).getAllByRole('link')).toHaveLength(7);
    expect(nav.querySelector('[aria-current=page]')?.textContent).toContain('Săptămâna aceasta');
  });

  it.each(queues)('%s says what will be in it when it is empty', async (queue) => {
    // when
    const { server } = await open({ path: `/tasks?queue=${queue}`, answers: { 'GET /tasks': list() } });
    // then
    expect(await screen.findByText(/^(Aici apar|Aici rămân) sarcinile/)).toBeTruthy();
    expect(asked(server)[0]).toContain(`queue=${queue}`);
  });

  it('of mine sends somebody without work to what nobody has', async () => {
    await open({ answers: { 'GET /tasks': list() } });
    const link = await screen.findByRole('link', { name: 'Vezi sarcinile nepreluate ale oficiului' });
    expect(link.getAttribute('href')).toBe('/tasks?queue=unclaimed');
  });

  it('stand also when their counts cannot be had', async () => {
    await open({ answers: { 'GET /tasks/counters': problem(503, 'unavailable') } });
    expect(await screen.findByRole('link', { name: /Plan individual/ })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the filters', () => {
  it('are pressed and released, and the address keeps them', async () => {
    // given
    const { server, history, container } = await open({ path: '/tasks?queue=today&task=t1' });
    // when
    fireEvent.click(await screen.findByRole('button', { name: 'Protecția copilului' }));
    // then
    await waitFor(() => expect(asked(server).at(-1)).toContain('workflow=protectia-copilului'));
    expect(history.at(-1)).toBe('/tasks?queue=today&workflow=protectia-copilului');
    const chip = screen.getByRole('button', { name: 'Protecția copilului' });
    expect(chip.getAttribute('aria-pressed')).toBe('true');
    expect(await findViolations(container)).toEqual([]);
    // when
    fireEvent.click(chip);
    // then
    expect(history.at(-1)).toBe('/tasks?queue=today');
  });

  it('put the newest first on demand', async () => {
    const { server, history } = await open();
    fireEvent.click(await screen.findByRole('button', { name: 'Cele mai noi întâi' }));
    await waitFor(() => expect(asked(server).at(-1)).toContain('sort=created'));
    expect(history.at(-1)).toBe('/tasks?sort=created');
  });
});

describe('a row', () => {
  it('says what, until when, about whom, where, and who has it', async () => {
    // given
    const task = buildTask({
      ...{ dueAt: '2020-01-01T08:00:00Z', deadlineState: 'overdue', priority: 90 },
      assignee: { id: 'user-1', displayName: 'Rusu Elena' },
    });
    // when
    await open({ answers: { 'GET /tasks': list(task) } });
    // then
    const words = (await screen.findByRole('link', { name: /Evaluare inițială/ })).textContent;
    for (const part of [
      'Urgent',
      'Depășit',
      '01.01.2020',
      'Popa Ion',
      '10 ani',
      'PC-2026-000123',
      'Orhei',
      'la mine',
    ]) {
      expect(words).toContain(part);
    }
  });

  it('names the colleague who has it, or that nobody has', async () => {
    const taken = buildTask({ id: 't1', assignee: { id: 'u2', displayName: 'Lungu Maria' } });
    await open({ answers: { 'GET /tasks': list(taken, second) } });
    expect((await screen.findByRole('link', { name: /Evaluare inițială/ })).textContent).toContain('Lungu Maria');
    expect(screen.getByRole('link', { name: /Plan individual/ }).textContent).toContain('nepreluată');
  });

  it('is a plain link on a phone', async () => {
    const { history } = await open();
    fireEvent.click(await screen.findByRole('link', { name: /Plan individual/ }), { detail: 1 });
    expect(history.at(-1)).toBe('/tasks/t2');
  });
});

describe('the list', () => {
  it('tells what went wrong and can be asked again', async () => {
    // given
    const { server } = await open({ answers: { 'GET /tasks': problem(500, 'internal_error') } });
    expect((await screen.findByRole('alert')).textContent).toContain('Nimic nu s-a pierdut');
    // when
    server.answers['GET /tasks'] = list(first);
    fireEvent.click(screen.getByRole('button', { name: 'Încearcă din nou' }));
    // then
    expect(await screen.findByRole('link', { name: /Evaluare inițială/ })).toBeTruthy();
  });

  it('brings the next page on demand', async () => {
    // given
    await open({
      answers: {
        'GET /tasks': ({ path }: { path: string }) =>
          path.includes('cursor=next') ? list(second) : { items: [first], nextCursor: 'next' },
      },
    });
    // when
    fireEvent.click(await screen.findByRole('button', { name: 'Arată mai multe' }));
    // then
    expect(await screen.findByRole('link', { name: /Plan individual/ })).toBeTruthy();
    expect(screen.getByRole('link', { name: /Evaluare inițială/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Arată mai multe' })).toBeNull();
  });

  it('offers a new case to those who may begin one', async () => {
    const link = () => screen.queryByRole('link', { name: 'Caz nou' });
    await open();
    expect(link()).toBeNull();
    await open({ session: buildSession({ actions: ['case.start'] }) });
    expect(link()?.getAttribute('href')).toBe('/start');
  });
});

describe('while somebody reads', () => {
  it('a changed row changes in its place, and one that left goes on demand', async () => {
    // given
    const { server, emit } = await open();
    await screen.findByRole('link', { name: /Plan individual/ });
    // when
    server.answers['GET /tasks'] = list(buildTask({ ...second, assignee: { id: 'u2', displayName: 'Lungu Maria' } }));
    act(() => emit(changed('t1', 't2')));
    // then
    await waitFor(() => expect(screen.getByRole('link', { name: /Plan individual/ }).textContent).toContain('Lungu'));
    expect(screen.getByRole('link', { name: /Evaluare inițială/ })).toBeTruthy();
    // when
    fireEvent.click(screen.getByRole('button', { name: 'O schimbare. Actualizează lista' }));
    // then
    await waitFor(() => expect(screen.queryByRole('link', { name: /Evaluare inițială/ })).toBeNull());
  });

  it('a task that a colleague takes says so in its place, and can no longer be claimed or ticked', async () => {
    // given
    const detail = buildTaskDetail({ id: 't1' });
    const { server, emit, container } = await open({
      path: '/tasks?queue=unclaimed&task=t1',
      wide: true,
      answers: { 'GET /tasks/t1': { ...detail, permissions: { ...detail.permissions, claim: true } } },
    });
    const claim = await screen.findByRole<HTMLButtonElement>('button', { name: 'Preia și deschide' });
    fireEvent.click(screen.getAllByRole('checkbox')[0]!);
    expect(claim.disabled).toBe(false);
    // when
    const taken = buildTask({ ...first, assignee: { id: 'u2', displayName: 'Lungu Maria' } });
    server.answers['GET /tasks'] = ({ path }: { path: string }) =>
      path.includes('case=case-1') ? list(taken, second) : list(second);
    act(() => emit(changed('t1')));
    // then
    const row = screen.getByRole('link', { name: /Evaluare inițială/ });
    await waitFor(() => expect(row.textContent).toContain('Preluată de Lungu Maria'));
    expect(screen.getAllByRole('checkbox').map((box) => (box as HTMLInputElement).disabled)).toEqual([true, false]);
    expect(claim.disabled).toBe(true);
    expect(screen.queryByRole('region', { name: 'Acțiuni pentru sarcinile selectate' })).toBeNull();
    fireEvent.keyDown(document.body, { key: 'c' });
    expect(server.calls.filter(({ method }) => method === 'POST')).toEqual([]);
    expect(screen.getAllByRole('link', { name: /Evaluare inițială|Plan individual/ })[0]).toBe(row);
    expect(await findViolations(container)).toEqual([]);
  });

  it('an empty list fills by itself', async () => {
    // given
    const { server, emit } = await open({ answers: { 'GET /tasks': list() } });
    await screen.findByText('Nu aveți sarcini în lucru');
    // when
    server.answers['GET /tasks'] = list(first);
    act(() => emit(changed('t1')));
    // then
    expect(await screen.findByRole('link', { name: /Evaluare inițială/ })).toBeTruthy();
  });

  it('the list stays when what changed cannot be asked for', async () => {
    // given
    const warnings = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { server, emit } = await open();
    await screen.findByRole('link', { name: /Plan individual/ });
    // when
    server.answers['GET /tasks'] = problem(503, 'unavailable');
    act(() => emit(changed('t9')));
    // then
    await waitFor(() => expect(warnings).toHaveBeenCalledTimes(1));
    expect(screen.getByRole('link', { name: /Plan individual/ })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    warnings.mockRestore();
  });
});
