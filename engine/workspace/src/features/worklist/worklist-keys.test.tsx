import { fireEvent, screen, waitFor } from '@testing-library/react';
import { buildDeadline } from '../../testing/build-deadline.ts';
import { buildSession } from '../../testing/build-session.ts';
import { buildTaskDetail } from '../../testing/build-task-detail.ts';
import { buildTask } from '../../testing/build-task.ts';
import { fakeServer, problem } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { WorklistPage } from './WorklistPage.tsx';

const session = buildSession({ actions: ['task.list', 'task.claim'] });
const rows = [
  buildTask({ id: 't1', name: 'Evaluare inițială' }),
  buildTask({ id: 't2', name: 'Plan individual', caseNumber: 'PC-2026-000124' }),
];
const claimable = { claim: true, release: false, complete: false, delegate: false };

async function open({ path = '/tasks', wide = true, answers = {} } = {}) {
  const server = fakeServer({
    'GET /workflows': { items: [], nextCursor: null },
    'GET /tasks': { items: rows, nextCursor: null },
    'GET /tasks/t1': buildTaskDetail({ id: 't1', permissions: claimable }),
    'GET /tasks/t2': buildTaskDetail({ id: 't2', name: 'Plan individual' }),
    ...answers,
  });
  const page = await renderPage(<WorklistPage />, { path, session, wide });
  await screen.findByRole('link', { name: /Plan individual/ });
  return { ...page, server };
}

const press = (key: string) => fireEvent.keyDown(document.body, { key });
const row = (name: RegExp) => screen.getByRole('link', { name });
const focused = () => document.activeElement?.id;
const preview = () => screen.queryByRole('complementary', { name: 'Sarcina selectată' });

describe('the worklist by keys', () => {
  it('moves down and up, takes the focus along, and stops at both ends', async () => {
    // given
    const page = await open();
    // when
    press('j');
    // then
    await waitFor(() => expect(focused()).toBe('task-t1'));
    expect(page.history.at(-1)).toBe('/tasks?task=t1');
    // when
    press('j');
    press('j');
    // then
    await waitFor(() => expect(focused()).toBe('task-t2'));
    // when
    press('k');
    press('k');
    // then
    await waitFor(() => expect(focused()).toBe('task-t1'));
    expect(row(/Evaluare inițială/).getAttribute('aria-current')).toBe('true');
  });

  it('only moves on a narrow screen too, where there is no room beside the list', async () => {
    // given
    const page = await open({ wide: false });
    // when
    press('j');
    // then
    await waitFor(() => expect(focused()).toBe('task-t1'));
    expect(page.history.at(-1)).toBe('/tasks?task=t1');
    expect(preview()).toBeNull();
  });

  it('does not fill the way back with every row passed', async () => {
    // given
    const page = await open();
    const visited = page.history.length;
    // when
    press('j');
    press('j');
    await waitFor(() => expect(page.history.at(-1)).toBe('/tasks?task=t2'));
    // then
    expect(page.history).toHaveLength(visited);
  });

  it('opens the selected task with Enter', async () => {
    const page = await open({ path: '/tasks?task=t2' });
    press('Enter');
    await waitFor(() => expect(page.history.at(-1)).toBe('/tasks/t2'));
  });

  it('leaves Enter to the button that has the focus', async () => {
    const page = await open({ path: '/tasks?task=t2' });
    const untouched = fireEvent.keyDown(screen.getByRole('button', { name: 'Cele mai noi întâi' }), { key: 'Enter' });
    expect(untouched).toBe(true);
    expect(page.history.at(-1)).toBe('/tasks?task=t2');
  });

  it('claims with c and goes to the task', async () => {
    // given
    const page = await open({ path: '/tasks?task=t1', answers: { 'POST /tasks/t1/claims': rows[0]! } });
    // when
    press('c');
    // then
    await waitFor(() => expect(page.history.at(-1)).toBe('/tasks/t1'));
    expect(page.server.calls.filter((call) => call.method === 'POST')).toHaveLength(1);
  });

  it('claims nothing while no row is selected', async () => {
    // given
    const { server } = await open();
    // when
    press('c');
    press('x');
    press('Enter');
    // then
    expect(server.calls.every((call) => call.method === 'GET')).toBe(true);
    expect(screen.queryByRole('region', { name: /Acțiuni pentru sarcinile selectate/ })).toBeNull();
  });

  it('ticks with x, and again to take the tick away', async () => {
    // given
    await open({ path: '/tasks?task=t1' });
    // when
    press('x');
    // then
    expect(screen.getByText('o sarcină selectată')).toBeTruthy();
    // when
    press('x');
    // then
    expect(screen.queryByText('o sarcină selectată')).toBeNull();
  });
});

describe('the selected task beside the list', () => {
  it('opens by a press of the mouse, and the list stays', async () => {
    // given
    const page = await open();
    // when
    fireEvent.click(row(/Plan individual/), { detail: 1 });
    // then
    await waitFor(() => expect(preview()).not.toBeNull());
    expect(await screen.findByRole('heading', { level: 2, name: 'Plan individual' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Continuă lucrul' }).getAttribute('href')).toBe('/tasks/t2');
    expect(page.history.at(-1)).toBe('/tasks?task=t2');
    expect(await findViolations(page.container)).toEqual([]);
  });

  it('is passed over by the keyboard, whose Enter on a row opens its page', async () => {
    // given
    const page = await open();
    // when
    fireEvent.click(row(/Plan individual/), { detail: 0 });
    // then
    await waitFor(() => expect(page.history.at(-1)).toBe('/tasks/t2'));
  });

  it('lets Ctrl and click open a tab of its own', async () => {
    // given
    const page = await open();
    // The browser's own deed is to open the tab; jsdom has none.
    let leftToBrowser = false;
    window.addEventListener(
      'click',
      (event) => {
        leftToBrowser = !event.defaultPrevented;
        event.preventDefault();
      },
      { once: true },
    );
    // when
    fireEvent.click(row(/Plan individual/), { detail: 1, ctrlKey: true });
    // then
    expect(leftToBrowser).toBe(true);
    expect(page.history.at(-1)).toBe('/tasks');
  });

  it('says why the task is here, whose draft there is, why it came back, and until when', async () => {
    // given
    const detail = buildTaskDetail({
      id: 't1',
      returnNote: 'Lipsește semnătura.',
      draft: { version: 2, updatedAt: '2026-03-11T08:00:00Z', updatedBy: 'Lungu Maria' },
      deadline: buildDeadline(),
    });
    // when
    await open({ path: '/tasks?task=t1', answers: { 'GET /tasks/t1': detail } });
    // then
    expect(await screen.findByText(/Protecția copilului, etapa „Evaluare”. A apărut/)).toBeTruthy();
    expect(screen.getByText(/Există o ciornă salvată de Lungu Maria/)).toBeTruthy();
    expect(screen.getByText('Întoarsă pentru corectare: Lipsește semnătura.')).toBeTruthy();
    expect(screen.getByText('Cum s-a calculat termenul')).toBeTruthy();
  });

  it('is claimed from there', async () => {
    const page = await open({ path: '/tasks?task=t1', answers: { 'POST /tasks/t1/claims': rows[0]! } });
    fireEvent.click(await screen.findByRole('button', { name: 'Preia și deschide' }));
    await waitFor(() => expect(page.history.at(-1)).toBe('/tasks/t1'));
  });

  it('closes and leaves the list as it was', async () => {
    // given
    const page = await open({ path: '/tasks?queue=unclaimed&task=t1' });
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Închide previzualizarea' }));
    // then
    await waitFor(() => expect(preview()).toBeNull());
    expect(page.history.at(-1)).toBe('/tasks?queue=unclaimed');
  });

  it('says so when the task may not be read, and the list remains', async () => {
    await open({ path: '/tasks?task=t1', answers: { 'GET /tasks/t1': problem(403, 'forbidden') } });
    expect((await screen.findByRole('alert')).textContent).toContain('Nu aveți acces');
    expect(row(/Plan individual/)).toBeTruthy();
  });
});
