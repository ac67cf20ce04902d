import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { buildDeadline } from '../../testing/build-deadline.ts';
import { buildTaskDetail } from '../../testing/build-task-detail.ts';
import { problem } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { buildSendableTask, conclusion, openTask } from '../../testing/open-task-pages.tsx';

const claimable = { claim: true, release: false, complete: false, delegate: false };
const foreign = { claim: false, release: false, complete: false, delegate: false };
const colleague = (id: string, displayName: string) => ({
  ...{ id, displayName, position: 'Asistent social', team: null },
  institution: { id: 'o1', name: 'Agenția Orhei' },
});
const menu = () => fireEvent.click(screen.getByRole('button', { name: 'Alte acțiuni pentru sarcină' }));

describe('a task that nobody has', () => {
  it('becomes writable where it stands when it is claimed', async () => {
    // given
    const { server } = await openTask(buildSendableTask({ permissions: claimable }));
    server.answers['POST /tasks/task-1/claims'] = () => {
      server.answers['GET /tasks/task-1'] = buildSendableTask();
      return {};
    };
    expect((await conclusion()).readOnly).toBe(true);
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Preia sarcina' }));
    // then
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(/^Concluzia/).readOnly).toBe(false));
    expect(screen.getByRole('button', { name: 'Salvează și ieși' })).toBeTruthy();
  });

  it('is claimed with c', async () => {
    const { server } = await openTask(buildSendableTask({ permissions: claimable }));
    await screen.findByRole('button', { name: 'Preia sarcina' });
    fireEvent.keyDown(document.body, { key: 'c' });
    await waitFor(() => expect(server.calls.map((call) => call.path)).toContain('/tasks/task-1/claims'));
  });

  it('can be read to its end, but neither changed nor sent', async () => {
    // given
    const { server, container } = await openTask(
      buildSendableTask({ permissions: claimable, data: { conclusion: 'x' } }),
    );
    await conclusion();
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Continuă' }));
    // then
    expect(screen.queryByRole('button', { name: 'Trimite evaluarea' })).toBeNull();
    expect(screen.queryByRole('button', { name: /Modifică/ })).toBeNull();
    expect(server.calls.every((call) => call.method === 'GET')).toBe(true);
    expect(await findViolations(container)).toEqual([]);
  });

  it('says why a claim failed when nobody was faster', async () => {
    await openTask(buildSendableTask({ permissions: claimable }), {
      'POST /tasks/task-1/claims': problem(403, 'forbidden', { detail: 'Sarcina este a altui oficiu.' }),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Preia sarcina' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Sarcina este a altui oficiu.');
  });
});

describe('a task of somebody else', () => {
  it('names who has it', async () => {
    const assignee = { id: 'u2', displayName: 'Lungu Maria' };
    await openTask(buildSendableTask({ permissions: foreign, assignee }));
    expect(await screen.findByText('Sarcina este la Lungu Maria. Puteți doar să citiți formularul.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Preia sarcina' })).toBeNull();
  });

  it('says that another role completes it', async () => {
    await openTask(buildSendableTask({ permissions: foreign }));
    expect(await screen.findByText(/se completează de colegii cu rolul potrivit/)).toBeTruthy();
  });

  it('offers neither giving back nor passing on', async () => {
    await openTask(buildSendableTask({ permissions: foreign }));
    await conclusion();
    menu();
    expect(screen.getByRole('button', { name: 'Tipărește' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Transmite unui coleg' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Renunță la sarcină' })).toBeNull();
  });
});

describe('passing a task on', () => {
  async function openDialog(answers: Record<string, object> = {}) {
    const page = await openTask(buildSendableTask(), {
      'GET /users': { items: [colleague('user-1', 'Rusu Elena'), colleague('u2', 'Lungu Maria')], nextCursor: null },
      ...answers,
    });
    await conclusion();
    menu();
    fireEvent.click(screen.getByRole('button', { name: 'Transmite unui coleg' }));
    const dialog = screen.getByRole('dialog', { name: 'Transmiterea sarcinii' });
    const button = () => within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Transmite sarcina' });
    const reason = (value: string) => fireEvent.change(within(dialog).getByLabelText('Motivul'), { target: { value } });
    await within(dialog).findByRole('radio', { name: /Lungu Maria/ });
    return { ...page, dialog, button, reason };
  }

  it('offers every colleague but oneself, and needs both a colleague and a reason', async () => {
    // given
    const { dialog, button, reason, container } = await openDialog();
    expect(within(dialog).queryByRole('radio', { name: /Rusu Elena/ })).toBeNull();
    expect(button().disabled).toBe(true);
    expect(await findViolations(container)).toEqual([]);
    // when
    fireEvent.click(within(dialog).getByRole('radio', { name: /Lungu Maria/ }));
    reason('   ');
    // then
    expect(button().disabled).toBe(true);
    // when
    reason('concediu');
    // then
    expect(button().disabled).toBe(false);
  });

  it('tells who has it now, and goes back to the list', async () => {
    // given
    const { server, dialog, button, reason, history } = await openDialog({ 'POST /tasks/task-1/delegations': {} });
    fireEvent.click(within(dialog).getByRole('radio', { name: /Lungu Maria/ }));
    reason('concediu');
    // when
    fireEvent.click(button());
    // then
    expect(await screen.findByText('Sarcina a fost transmisă: Lungu Maria. Ciorna a rămas.')).toBeTruthy();
    expect(history.at(-1)).toBe('/tasks');
    expect(server.calls.find((call) => call.path.endsWith('/delegations'))?.body).toEqual({
      ...{ userId: 'u2', reason: 'concediu' },
    });
  });

  it('says in the dialog why it was refused, and keeps what was chosen', async () => {
    // given
    const { dialog, button, reason } = await openDialog({
      'POST /tasks/task-1/delegations': problem(409, 'user_not_eligible', { detail: 'Colega lucrează în alt oficiu.' }),
    });
    fireEvent.click(within(dialog).getByRole('radio', { name: /Lungu Maria/ }));
    reason('concediu');
    // when
    fireEvent.click(button());
    // then
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Colega lucrează în alt oficiu.');
    expect(within(dialog).getByRole<HTMLInputElement>('radio', { name: /Lungu Maria/ }).checked).toBe(true);
  });

  it('says so when no colleague has such a name', async () => {
    // given
    const { server, dialog } = await openDialog();
    // when
    server.answers['GET /users'] = { items: [], nextCursor: null };
    fireEvent.change(within(dialog).getByRole('textbox', { name: 'Colegul care preia' }), { target: { value: 'zz' } });
    // then
    expect(await within(dialog).findByText('Niciun coleg găsit')).toBeTruthy();
    expect(server.calls.at(-1)?.path).toBe('/users?q=zz&limit=20');
  });
});

describe('a task that is over', () => {
  it.each([
    ['completed', 'Sarcina a fost finalizată.'],
    ['completing', /se transmite motorului de procese/],
    ['withdrawn', 'Sarcina nu mai este necesară: procedura a continuat pe altă cale.'],
  ] as const)('and %s says so and leads on', async (state, words) => {
    // when
    const { container } = await openTask(buildTaskDetail({ state }));
    // then
    expect(await screen.findByText(words)).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByRole('link', { name: 'Vezi înregistrările cazului' }).getAttribute('href')).toBe(
      '/cases/case-1/records',
    );
    expect(await findViolations(container)).toEqual([]);
  });

  it('and unknown says that it was not found', async () => {
    await openTask(buildTaskDetail(), { 'GET /tasks/task-1': problem(404, 'not_found') });
    expect((await screen.findByRole('alert')).textContent).toContain('Nu am găsit ceea ce căutați');
  });
});

describe('the case beside the form', () => {
  it('tells the deadline with its arithmetic, and closes for more room', async () => {
    // given
    await openTask(buildSendableTask({ deadline: buildDeadline(), dueAt: '2026-03-11T15:00:00Z' }));
    const panel = await screen.findByRole('complementary', { name: 'Cazul și termenul' });
    expect(within(panel).getByText(/2 zile lucrătoare de la 06\.03\.2026/)).toBeTruthy();
    expect(within(panel).getByText('Nivelul de risc')).toBeTruthy();
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Cazul alături' }));
    // then
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(screen.getByRole('button', { name: 'Cazul alături' }).getAttribute('aria-pressed')).toBe('false');
  });

  it('leads to documents, notes and timeline of the case', async () => {
    await openTask(buildSendableTask());
    const panel = await screen.findByRole('complementary');
    expect(
      within(panel)
        .getAllByRole('link')
        .map((link) => link.getAttribute('href')),
    ).toEqual(['documents', 'notes', 'timeline'].map((tab) => `/cases/case-1/${tab}`));
  });

  it('says where a value that was filled in beforehand is from', async () => {
    const prefill = [{ path: '/conclusion', value: 'Risc', source: { title: 'fișa de sesizare', at: '2026-03-10' } }];
    await openTask(buildSendableTask({ data: { conclusion: 'Risc' }, prefill: prefill as never }));
    expect(await screen.findByText('din fișa de sesizare, 10.03.2026')).toBeTruthy();
  });
});
