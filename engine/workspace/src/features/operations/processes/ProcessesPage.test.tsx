import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { buildProcessInstanceItem, buildWorkflowDetail } from '../../../testing/build-process-instance.ts';
import { buildSession } from '../../../testing/build-session.ts';
import { fakeServer, problem } from '../../../testing/fake-server.ts';
import { findViolations } from '../../../testing/find-violations.ts';
import { renderPage } from '../../../testing/render-page.tsx';
import { OperationsPage } from '../OperationsPage.tsx';

const version = (versionId: string, number: number, active: number, incidents: number) => ({
  ...{ versionId, number, effectiveFrom: '2026-01-01', active, incidents },
  ...{ suspended: 1, completed: 20, terminated: 0 },
});
const summary = {
  workflows: [
    { key: 'lending', title: 'Împrumut', versions: [version('version-2', 2, 4, 0), version('version-1', 1, 12, 3)] },
  ],
  elements: [{ processId: 'lending', elementId: 'Task_Notify', active: 12, incidents: 3 }],
};
const instance = buildProcessInstanceItem({ openIncidents: 1 });
const second = buildProcessInstanceItem({ id: 'instance-2', caseNumber: 'PC-2026-000124', activeElements: [] });
const ended = buildProcessInstanceItem({ id: 'instance-3', status: 'completed', endedAt: '2026-03-10T08:00:00Z' });

const answers = (items: object[] = [instance]) => ({
  'GET /process-instances/summary': summary,
  'GET /process-instances': { items, nextCursor: null },
  'GET /workflows/lending': buildWorkflowDetail(),
});
const manager = ['process.read', 'process.manage', 'signal.broadcast'];
const open = (query = '', actions = manager) =>
  renderPage(<OperationsPage />, { path: `/operations?view=processes${query}`, session: buildSession({ actions }) });

const lists = (calls: { path: string }[]) =>
  calls.map(({ path }) => path).filter((path) => /^\/process-instances(\?|$)/.test(path));

describe('the page of all processes', () => {
  it('counts the instances of every version, each a click away', async () => {
    // given
    fakeServer(answers());
    // when
    const { container } = await open();
    // then
    const versions = await screen.findByRole('table', { name: 'Versiunile procedurilor' });
    const row = within(versions).getByRole('row', { name: /Împrumut, versiunea 1/ });
    expect(row.textContent).toContain('12');
    expect(within(row).getByRole('link').getAttribute('href')).toBe(
      '/operations?view=processes&workflow=lending&version=version-1',
    );
    expect(await screen.findByText('Înștiințează managerul')).toBeDefined();
    expect(await findViolations(container)).toEqual([]);
  });

  it('shows a version by step, and a step narrows the list', async () => {
    // given
    const server = fakeServer(answers());
    const { history } = await open('&workflow=lending&version=version-1');
    // when
    const counts = await screen.findByRole('table', { name: 'Instanțe și incidente pe pași' });
    fireEvent.click(within(counts).getByRole('button', { name: 'Înștiințează managerul' }));
    // then
    await waitFor(() =>
      expect(lists(server.calls).at(-1)).toBe(
        '/process-instances?workflow=lending&version=version-1&element=Task_Notify',
      ),
    );
    expect(history.at(-1)).toContain('element=Task_Notify');
    const pressed = within(counts).getByRole('button', { name: 'Înștiințează managerul' });
    expect(pressed.getAttribute('aria-pressed')).toBe('true');
    // and a second press takes it back
    fireEvent.click(pressed);
    await waitFor(() => expect(history.at(-1)).not.toContain('element='));
  });

  it('forgets version and step when another procedure is chosen', async () => {
    // given
    fakeServer(answers());
    const { history } = await open('&workflow=lending&version=version-1&element=Task_Notify&state=active');
    // when
    fireEvent.change(await screen.findByLabelText('Procedura'), { target: { value: '' } });
    // then
    expect(history.at(-1)).toBe('/operations?view=processes&state=active');
  });

  it('filters by state and incidents in the address', async () => {
    // given
    const server = fakeServer(answers([]));
    const { history } = await open();
    // when
    fireEvent.change(await screen.findByLabelText('Starea'), { target: { value: 'suspended' } });
    fireEvent.change(screen.getByLabelText('Incidente'), { target: { value: 'open' } });
    // then
    expect(await screen.findByText('Nicio instanță')).toBeDefined();
    expect(history.at(-1)).toBe('/operations?view=processes&state=suspended&incident=open');
    await waitFor(() => expect(lists(server.calls).at(-1)).toBe('/process-instances?state=suspended&incident=open'));
  });

  it('lets those that run be ticked and migrated together', async () => {
    // given
    fakeServer(answers([instance, second, ended]));
    await open('&workflow=lending&version=version-1');
    // when
    fireEvent.click(await screen.findByLabelText('Alege toate cele 2 instanțe în desfășurare'));
    // then
    const bar = screen.getByRole('region', { name: 'Instanțele alese' });
    expect(within(bar).getByRole('link').getAttribute('href')).toBe(
      '/operations?view=migrate&workflow=lending&source=version-1&ids=instance-1%2Cinstance-2',
    );
    fireEvent.click(within(bar).getByRole('button', { name: 'Renunță la alegere' }));
    expect(screen.queryByRole('region', { name: 'Instanțele alese' })).toBeNull();
  });

  it('does not migrate instances of several versions together', async () => {
    // given
    fakeServer(answers([instance, { ...second, workflowVersionId: 'version-2', workflowNumber: 2 }]));
    await open();
    // when
    fireEvent.click(await screen.findByLabelText('Alege toate cele 2 instanțe în desfășurare'));
    // then
    expect(screen.getByText('Se migrează împreună numai instanțe ale aceleiași versiuni.')).toBeDefined();
  });

  it('offers those who only look nothing to do', async () => {
    // given
    fakeServer(answers([instance, second]));
    // when
    await open('', ['process.read']);
    // then
    expect(await screen.findByRole('link', { name: 'PC-2026-000123' })).toBeDefined();
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Trimite un semnal' })).toBeNull();
  });

  it('says what failed and offers to try again', async () => {
    // given
    fakeServer({ ...answers(), 'GET /process-instances/summary': problem(500, 'internal_error') });
    // when
    await open();
    // then
    expect(await screen.findByRole('alert')).toBeDefined();
    expect(await screen.findByRole('link', { name: 'PC-2026-000123' })).toBeDefined();
  });
});

describe('a signal to all processes', () => {
  it('is sent with variables and a reason, and told how many it reached', async () => {
    // given
    const server = fakeServer({ ...answers(), 'POST /signals': { id: 's1', subscriptions: 2 } });
    const { container } = await open();
    fireEvent.click(await screen.findByRole('button', { name: 'Trimite un semnal' }));
    const dialog = within(screen.getByRole('dialog'));
    // when
    fireEvent.change(dialog.getByLabelText('Numele semnalului'), { target: { value: 'law-changed' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Adaugă o variabilă' }));
    fireEvent.change(dialog.getByLabelText('Numele'), { target: { value: 'days' } });
    fireEvent.change(dialog.getByLabelText('Felul valorii'), { target: { value: 'number' } });
    fireEvent.change(dialog.getByLabelText('Valoarea'), { target: { value: '30' } });
    fireEvent.change(dialog.getByLabelText('Motivul'), { target: { value: 'ordin nou' } });
    expect(await findViolations(container)).toEqual([]);
    fireEvent.click(dialog.getByRole('button', { name: 'Trimite semnalul' }));
    // then
    expect(await screen.findByText('Semnalul „law-changed” a fost trimis: 2 instanțe l-au primit.')).toBeDefined();
    const sent = server.calls.find((call) => call.method === 'POST');
    expect(sent?.body).toEqual({ name: 'law-changed', variables: { days: 30 }, reason: 'ordin nou' });
    expect(sent?.headers['idempotency-key']).toBeTruthy();
  });
});
