import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { buildIncident } from '../../../testing/build-incident.ts';
import { buildProcessInstanceView, buildWorkflowDetail } from '../../../testing/build-process-instance.ts';
import { buildSession } from '../../../testing/build-session.ts';
import { fakeServer, problem } from '../../../testing/fake-server.ts';
import { findViolations } from '../../../testing/find-violations.ts';
import { renderPage } from '../../../testing/render-page.tsx';
import { OperationsPage } from '../OperationsPage.tsx';

const address = 'GET /process-instances/instance-1';

async function open(overrides: Partial<ProcessInstanceView> = {}, more: Record<string, object> = {}, tab = '') {
  const server = fakeServer({
    [address]: buildProcessInstanceView(overrides),
    'GET /workflows/lending': buildWorkflowDetail(),
    ...more,
  });
  const page = await renderPage(<OperationsPage />, {
    path: `/operations?instance=instance-1${tab && `&tab=${tab}`}`,
    session: buildSession({ actions: ['incident.read', 'incident.retry', 'process.manage'] }),
  });
  await screen.findByRole('heading', { level: 1 });
  return { server, page };
}

const sentTo = (server: { calls: { method: string; path: string; body: unknown }[] }, path: string) =>
  server.calls.find((call) => call.method !== 'GET' && call.path === `/process-instances/instance-1/${path}`);

describe('the page of a process instance', () => {
  it('says where it is, what holds it up and what it called', async () => {
    // given
    const { caseNumber: _number, elementName: _name, ...incident } = buildIncident();
    const calledInstances = [{ id: 'instance-2', elementId: 'Call', processId: 'reminder', status: 'completed' }];
    // when
    const { page } = await open({
      incidents: [{ ...incident, elementId: 'Task_Notify' }],
      calledInstances,
      parentInstanceId: 'instance-0',
    });
    // then
    expect(screen.getByRole('heading', { level: 1, name: 'Instanță: Împrumut' })).toBeDefined();
    const steps = await screen.findByRole('table', { name: 'Pașii procedurii' });
    expect(
      await screen.findByRole('button', { name: 'Reia pasul „Înștiințează managerul”, cazul PC-2026-000123' }),
    ).toBeDefined();
    expect(within(steps).getByRole('row', { name: /Primul pas/ }).textContent).toContain('Parcurs');
    expect(within(steps).getByRole('row', { name: /Înștiințează managerul/ }).textContent).toContain('Oprit');
    expect(screen.getByRole('link', { name: 'reminder' }).getAttribute('href')).toBe('/operations?instance=instance-2');
    expect(screen.getByRole('link', { name: 'instance-0' })).toBeDefined();
    expect(document.title).toBe('Instanță: Împrumut, PC-2026-000123, eSocial');
    expect(await findViolations(page.container)).toEqual([]);
  });

  it('says so when there is none under the address', async () => {
    // given
    fakeServer({});
    // when
    await renderPage(<OperationsPage />, { path: '/operations?instance=nothing' });
    // then
    expect((await screen.findByRole('alert')).textContent).toContain('Nu am găsit');
  });

  it('tells what it waits for, and of a suspended timer how much is left', async () => {
    // when
    const { page } = await open(
      {
        timers: [{ timerId: 't1', elementId: 'Task_First', remainingSeconds: 90_000, failures: 0 }],
        jobs: [{ elementInstanceId: 'j1', elementId: 'Task_Notify', jobType: 'notify', retries: 3, failures: 0 }],
        subscriptions: [{ subscriptionId: 's1', elementId: 'Task_First', kind: 'message', name: 'book-returned' }],
        tasks: [{ id: 'k1', elementId: 'Task_First', name: 'Primul pas', state: 'open' }],
      },
      {},
      'waiting',
    );
    // then
    const row = (table: string) => screen.getByRole('table', { name: table }).textContent;
    await screen.findByRole('table', { name: 'Cronometre' });
    expect(row('Cronometre')).toContain('au rămas o zi o oră');
    expect(row('Lucrări automate')).toContain('cât de curând');
    expect(row('Mesaje și semnale')).toContain('book-returned');
    expect(row('Sarcini ale oamenilor')).toContain('deschisă');
    expect(await findViolations(page.container)).toEqual([]);
  });

  it('tells its history step by step', async () => {
    // given
    const step = {
      ...{ version: 7, at: '2026-03-10T08:00:00Z', command: 'completeUserTask' },
      ...{ activated: ['Task_Notify'], completed: ['Task_First'], terminated: [], taken: ['F1'] },
      actor: { id: 'u1', displayName: 'Rusu Elena' },
      decisions: [{ elementId: 'Decide', decisionId: 'risk', matchedRules: ['2', '4'] }],
    };
    // when
    await open({}, { 'GET /process-instances/instance-1/steps': { items: [step], nextCursor: null } }, 'history');
    // then
    const row = (await screen.findByText('Sarcină trimisă')).closest('tr');
    expect(row?.textContent).toContain('Încheiat: Primul pas');
    expect(row?.textContent).toContain('Început: Înștiințează managerul');
    expect(row?.textContent).toContain('Decizia risk: regulile 2 și 4');
    expect(row?.textContent).toContain('Rusu Elena');
  });
});

describe('what can be done with a process instance', () => {
  it.each([
    ['Suspendă', 'Suspendă procesul', 'suspensions', 'Procesul este suspendat.', 'suspended'],
    ['Întrerupe', 'Întrerupe definitiv', 'cancellations', 'Procesul a fost întrerupt.', 'terminated'],
  ] as const)('%s asks why and says that it is done', async (name, action, path, done, status) => {
    // given
    const ended = status === 'terminated' ? { endedAt: '2026-03-10T08:00:00Z' } : {};
    const after = buildProcessInstanceView({ status, version: 8, ...ended });
    const { server, page } = await open({}, { [`POST /process-instances/instance-1/${path}`]: after });
    fireEvent.click(screen.getByRole('button', { name }));
    const dialog = within(screen.getByRole('dialog'));
    const confirm = dialog.getByRole('button', { name: action });
    expect(confirm.hasAttribute('disabled')).toBe(true);
    expect(await findViolations(page.container)).toEqual([]);
    // when
    fireEvent.change(dialog.getByLabelText('Motivul'), { target: { value: ' verificare ' } });
    server.answers[address] = after;
    fireEvent.click(confirm);
    // then
    expect(await screen.findByText(done)).toBeDefined();
    const sent = sentTo(server, path);
    expect(sent?.body).toEqual({ reason: 'verificare' });
    expect((sent as { headers?: object } | undefined)?.headers).toMatchObject({ 'if-match': '"7"' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('lets a suspended instance go on, after saying since when and why it stands', async () => {
    // given
    const suspension = {
      since: '2026-03-10T08:00:00Z',
      reason: 'verificare',
      by: { id: 'u1', displayName: 'Rusu E.' },
    };
    const { server } = await open(
      { status: 'suspended', suspension },
      { 'DELETE /process-instances/instance-1/suspensions': buildProcessInstanceView({ version: 8 }) },
    );
    expect(screen.getByRole('note').textContent).toContain('Motivul: verificare (Rusu E.)');
    expect(screen.queryByRole('link', { name: 'Modifică' })).toBeNull();
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Reia procesul' }));
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Reia procesul' }));
    // then
    expect(await screen.findByText('Procesul continuă.')).toBeDefined();
    expect(sentTo(server, 'suspensions')?.body).toBeUndefined();
  });

  it('says why the server refused and keeps what was typed', async () => {
    // given
    await open(
      {},
      {
        'POST /process-instances/instance-1/cancellations': problem(409, 'instance_ended', { detail: 'S-a încheiat.' }),
      },
    );
    fireEvent.click(screen.getByRole('button', { name: 'Întrerupe' }));
    const dialog = within(screen.getByRole('dialog'));
    // when
    fireEvent.change(dialog.getByLabelText('Motivul'), { target: { value: 'greșit' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Întrerupe definitiv' }));
    // then
    expect(await dialog.findByText('S-a încheiat.')).toBeDefined();
    expect(dialog.getByLabelText<HTMLTextAreaElement>('Motivul').value).toBe('greșit');
  });

  it.each([
    ['one that ended', { status: 'completed', endedAt: '2026-03-10T08:00:00Z' } as const],
    [
      'those who may not',
      {
        permissions: {
          ...{ modify: false, cancel: false, suspend: false, migrate: false },
          ...{ setVariables: false, readVariables: false },
        },
      },
    ],
  ])('is nothing for %s', async (_whom, overrides) => {
    await open(overrides);
    expect(screen.queryByRole('button', { name: 'Întrerupe' })).toBeNull();
    expect(screen.queryByRole('link', { name: 'Migrează' })).toBeNull();
  });

  it('leaves the suspension of a called instance to its caller', async () => {
    await open({ parentInstanceId: 'instance-0' });
    expect(screen.queryByRole('button', { name: 'Suspendă' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Întrerupe' })).toBeDefined();
  });
});

describe('the variables of a process instance', () => {
  it('are names only to those who may not read them', async () => {
    // when
    const { server } = await open({}, {}, 'variables');
    // then
    expect((await screen.findByRole('table')).textContent).toContain('book și days');
    expect(screen.queryByRole('button', { name: 'Arată valorile' })).toBeNull();
    expect(server.calls.some(({ path }) => path.endsWith('/variables'))).toBe(false);
  });

  it('are read only when asked for', async () => {
    // given
    const permissions = { ...buildProcessInstanceView().permissions, readVariables: true };
    const scopes = [{ scopeId: 'instance-1', elementId: 'lending', elementName: 'Împrumut', variables: { days: 14 } }];
    const { server, page } = await open(
      { permissions },
      { 'GET /process-instances/instance-1/variables': { version: 7, scopes } },
      'variables',
    );
    expect(server.calls.some(({ path }) => path.endsWith('/variables'))).toBe(false);
    // when
    fireEvent.click(await screen.findByRole('button', { name: 'Arată valorile' }));
    // then
    const table = await screen.findByRole('table', { name: 'în tot procesul' });
    expect(table.textContent).toContain('14');
    expect(await findViolations(page.container)).toEqual([]);
  });

  it('are set in a scope, with a reason', async () => {
    // given
    const { server } = await open(
      {},
      { 'PATCH /process-instances/instance-1/variables': buildProcessInstanceView({ version: 8 }) },
      'variables',
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Setează variabile' }));
    const dialog = within(screen.getByRole('dialog'));
    // when
    fireEvent.change(dialog.getByLabelText('Unde'), { target: { value: 'element-1' } });
    fireEvent.change(dialog.getByLabelText('Numele'), { target: { value: 'late fee' } });
    expect(dialog.getByText(/Numele începe cu o literă/)).toBeDefined();
    fireEvent.change(dialog.getByLabelText('Numele'), { target: { value: 'lateFee' } });
    fireEvent.change(dialog.getByLabelText('Felul valorii'), { target: { value: 'yes' } });
    fireEvent.change(dialog.getByLabelText('Motivul'), { target: { value: 'corectare' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Setează variabilele' }));
    // then
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sentTo(server, 'variables')?.body).toEqual({
      ...{ scopeId: 'element-1', variables: { lateFee: true }, reason: 'corectare' },
    });
  });
});
