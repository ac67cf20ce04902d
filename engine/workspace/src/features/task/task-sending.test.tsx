import { fireEvent, screen, waitFor } from '@testing-library/react';
import { buildTask } from '../../testing/build-task.ts';
import { problem, type FakeCall } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { buildSendableTask, conclude, conclusion, openTask, send } from '../../testing/open-task-pages.tsx';

const submissions = ({ calls }: { calls: FakeCall[] }) => calls.filter((call) => call.path.endsWith('/submissions'));
const recorded = { recordId: 'record-1', recordNumber: 'FI-12', next: { state: 'none' } };

describe('sending a task', () => {
  it('is stopped by what is missing, which is named on top and in the title of the tab', async () => {
    // given
    const { server, container } = await openTask(buildSendableTask());
    await conclusion();
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Continuă' }));
    // then
    expect(screen.getByRole('alert').textContent).toContain('Nu se poate continua: este o eroare');
    expect(screen.getByRole('link', { name: 'Completați câmpul „Concluzia”.' })).toBeTruthy();
    expect(document.title).toBe('(1) Evaluare inițială, Popa Ion, eSocial');
    expect(submissions(server)).toEqual([]);
    expect(await findViolations(container)).toEqual([]);
  });

  it('lets the answers be checked first, and then shows what was recorded', async () => {
    // given
    const { server, history, container } = await openTask(buildSendableTask(), {
      'POST /tasks/task-1/submissions': recorded,
    });
    await conclude('Risc mediu');
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Continuă' }));
    expect(screen.getByRole('heading', { name: 'Verificați răspunsurile' })).toBeTruthy();
    expect(screen.getByText('Risc mediu')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Trimite evaluarea' }));
    // then
    expect(await screen.findByRole('heading', { level: 1, name: 'Formularul a fost înregistrat' })).toBeTruthy();
    expect(submissions(server)[0]?.body).toEqual({ data: { conclusion: 'Risc mediu' } });
    expect(screen.getByText(/„Evaluare inițială”, cazul PC-2026-000123/).textContent).toContain('FI-12');
    expect(screen.getByRole('link', { name: 'Vezi înregistrarea' }).getAttribute('href')).toBe('/records/record-1');
    expect(history.at(-1)).toBe('/tasks/task-1/receipt');
    expect(await findViolations(container)).toEqual([]);
  });

  it('saves the draft before it sends the form', async () => {
    // given
    const { server } = await openTask(buildSendableTask(), { 'POST /tasks/task-1/submissions': recorded });
    await conclude('Risc mediu');
    // when
    send();
    await screen.findByText('Formularul a fost înregistrat');
    // then
    expect(server.calls.filter((call) => call.method !== 'GET').map((call) => call.path)).toEqual([
      '/tasks/task-1/draft',
      '/tasks/task-1/submissions',
    ]);
  });

  it('happens once however often it is tried: another try carries the same key', async () => {
    // given
    const { server } = await openTask(buildSendableTask(), {
      'POST /tasks/task-1/submissions': problem(503, 'unavailable'),
    });
    await conclude('Risc mediu');
    send();
    expect((await screen.findByRole('alert')).textContent).toContain('Nimic nu s-a pierdut');
    // when
    server.answers['POST /tasks/task-1/submissions'] = recorded;
    fireEvent.click(screen.getByRole('button', { name: 'Trimite evaluarea' }));
    await screen.findByText('Formularul a fost înregistrat');
    // then
    const keys = submissions(server).map((call) => call.headers['idempotency-key']);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBeTruthy();
    expect(keys[1]).toBe(keys[0]);
  });

  it('of other answers is another deed with a key of its own', async () => {
    // given
    const { server } = await openTask(buildSendableTask(), {
      'POST /tasks/task-1/submissions': problem(503, 'unavailable'),
    });
    await conclude('Risc mediu');
    send();
    await screen.findByRole('alert');
    // when
    fireEvent.click(screen.getByRole('button', { name: /Modifică/ }));
    await conclude('Risc sporit');
    send();
    // then
    await waitFor(() => expect(submissions(server)).toHaveLength(2));
    const [first, second] = submissions(server).map((call) => call.headers['idempotency-key']);
    expect(second).not.toBe(first);
  });

  it('puts what the server refuses beside its field, and leads there', async () => {
    // given
    const errors = [{ path: '/conclusion', keyword: 'maxLength', params: { limit: 3 } }];
    await openTask(buildSendableTask(), {
      'POST /tasks/task-1/submissions': problem(422, 'validation_failed', { errors }),
    });
    await conclude('Risc mediu');
    // when
    send();
    const link = await screen.findByRole('link', { name: /Concluzia/ });
    fireEvent.click(link);
    // then
    const field = await conclusion();
    expect(field.value).toBe('Risc mediu');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.title.startsWith('(1) ')).toBe(true);
  });

  it('says so when a colleague has completed the task meanwhile', async () => {
    await openTask(buildSendableTask(), {
      'POST /tasks/task-1/submissions': problem(409, 'task_not_open', { detail: 'Sarcina a fost finalizată deja.' }),
    });
    await conclude('Risc mediu');
    send();
    expect((await screen.findByRole('alert')).textContent).toContain('Sarcina a fost finalizată deja.');
    expect(screen.getByText('Risc mediu')).toBeTruthy();
  });
});

describe('after sending', () => {
  it.each([
    [{ state: 'pending' }, 'Procedura continuă. Pasul următor apare în listă în câteva clipe.'],
    [{ state: 'none' }, /Pasul următor, dacă există, revine altcuiva/],
    [{ state: 'ready', taskId: 'task-2', name: 'Plan individual' }, 'Urmează: Plan individual.'],
  ])('the receipt says what follows: %p', async (next, words) => {
    // given
    await openTask(buildSendableTask(), { 'POST /tasks/task-1/submissions': { recordId: 'record-1', next } });
    await conclude('Risc mediu');
    // when
    send();
    // then
    expect(await screen.findByText(words)).toBeTruthy();
  });

  it('the next step of the same case comes before anything else of mine', async () => {
    // given
    const next = { state: 'ready', taskId: 'task-2', name: 'Plan individual' };
    await openTask(buildSendableTask(), {
      'POST /tasks/task-1/submissions': { recordId: 'record-1', next },
      'GET /tasks': { items: [buildTask({ id: 'task-9', name: 'Monitorizare' })], nextCursor: null },
    });
    await conclude('Risc mediu');
    // when
    send();
    // then
    const link = await screen.findByRole('link', { name: 'Continuă cu: Plan individual' });
    expect(link.getAttribute('href')).toBe('/tasks/task-2');
    expect(screen.queryByText(/Monitorizare/)).toBeNull();
  });

  it('else the most urgent task of mine is offered, with whom it is about', async () => {
    // given
    const mine = buildTask({ id: 'task-9', name: 'Monitorizare', dueAt: '2020-01-01T08:00:00Z' });
    const { server } = await openTask(buildSendableTask(), {
      'POST /tasks/task-1/submissions': recorded,
      'GET /tasks': { items: [mine], nextCursor: null },
    });
    await conclude('Risc mediu');
    // when
    send();
    // then
    const link = await screen.findByRole('link', { name: 'Deschide sarcina următoare' });
    expect(link.getAttribute('href')).toBe('/tasks/task-9');
    expect(link.closest('section')?.textContent).toContain('Monitorizare, Popa Ion, 01.01.2020');
    expect(server.calls.at(-1)?.path).toBe('/tasks?queue=mine&sort=due&limit=1');
  });

  it('it is said when there is nothing left', async () => {
    await openTask(buildSendableTask(), { 'POST /tasks/task-1/submissions': recorded });
    await conclude('Risc mediu');
    send();
    expect(await screen.findByText('Nu aveți alte sarcini în lucru.')).toBeTruthy();
  });

  it('the address of a receipt that nobody remembers leads to the task', async () => {
    const { history } = await openTask(buildSendableTask({ state: 'completed' }), {}, '/tasks/task-1/receipt');
    expect(await screen.findByText('Sarcina a fost finalizată.')).toBeTruthy();
    expect(history.at(-1)).toBe('/tasks/task-1');
  });
});
