import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { SessionGuard } from '../session/SessionGuard.tsx';
import { buildSession } from '../../testing/build-session.ts';
import { problem, fakeServer, type FakeCall } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { buildSendableTask, conclude, conclusion, openTask } from '../../testing/open-task-pages.tsx';
import { renderPage } from '../../testing/render-page.tsx';
import { OpenTask } from './OpenTask.tsx';

const drafts = ({ calls }: { calls: FakeCall[] }) => calls.filter((call) => call.path.endsWith('/draft'));
const leave = () => fireEvent.click(screen.getByRole('button', { name: 'Salvează și ieși' }));
const saved = (data: object, more: object = {}) => ({ version: 2, data, updatedAt: new Date().toISOString(), ...more });
const draft = { version: 4, updatedAt: '2026-03-11T08:00:00Z', updatedBy: 'Rusu Elena' };

describe('the draft of a task', () => {
  it('is gone on with, and it is said from when it is', async () => {
    // when
    const { container } = await openTask(buildSendableTask({ draft, data: { conclusion: 'Risc' } }));
    // then
    expect((await conclusion()).value).toBe('Risc');
    expect(screen.getByText('Continuați ciorna salvată la 11.03.2026, 10:00.')).toBeTruthy();
    expect(await findViolations(container)).toEqual([]);
  });

  it('of a colleague says whose it is', async () => {
    await openTask(buildSendableTask({ draft: { ...draft, updatedBy: 'Lungu Maria' } }));
    expect(await screen.findByText(/Continuați ciorna salvată de Lungu Maria/)).toBeTruthy();
  });

  it('goes on from the version that was opened, with what changed and no more', async () => {
    // given
    const { server } = await openTask(buildSendableTask({ draft, data: { conclusion: 'Risc' } }));
    // when
    await conclude('Risc mediu');
    leave();
    // then
    await waitFor(() => expect(drafts(server)).toHaveLength(1));
    expect(drafts(server)[0]?.body).toEqual({ base: 4, changes: { '/conclusion': 'Risc mediu' } });
  });

  it('is saved before the page is left', async () => {
    // given
    const { server, history } = await openTask(buildSendableTask());
    await conclude('Risc mediu');
    // when
    leave();
    // then
    expect(await screen.findByText('lista de sarcini')).toBeTruthy();
    expect(drafts(server)).toHaveLength(1);
    expect(history.at(-1)).toBe('/tasks');
  });

  it('shows what a colleague was faster with, and says so', async () => {
    // given
    const { container } = await openTask(buildSendableTask(), {
      'PATCH /tasks/task-1/draft': saved({ conclusion: 'Scris de altcineva' }, { conflicts: ['/conclusion'] }),
    });
    const field = await conclude('Risc mediu');
    // when
    fireEvent.blur(field);
    // then
    expect(
      await screen.findByText(/Un câmp a fost completat între timp de alt coleg/, {}, { timeout: 4000 }),
    ).toBeTruthy();
    expect(field.value).toBe('Scris de altcineva');
    expect(await findViolations(container)).toEqual([]);
  });

  it('waits where there is no connection, says so, and warns before the tab is closed', async () => {
    // given
    const { server } = await openTask(buildSendableTask(), {
      'PATCH /tasks/task-1/draft': () => {
        throw new TypeError('Failed to fetch');
      },
    });
    await conclude('Risc mediu');
    // when
    await screen.findByText('Nesalvat. Se reîncearcă; nu închideți pagina.', {}, { timeout: 4000 });
    const closing = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(closing);
    // then
    expect(closing.defaultPrevented).toBe(true);
    expect((await conclusion()).value).toBe('Risc mediu');
    // when the connection is back
    server.answers['PATCH /tasks/task-1/draft'] = saved({ conclusion: 'Risc mediu' });
    leave();
    // then
    expect(await screen.findByText('lista de sarcini')).toBeTruthy();
  });

  it('does not stop anybody from closing the tab when all is saved', async () => {
    await openTask(buildSendableTask());
    await conclusion();
    const closing = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(closing);
    expect(closing.defaultPrevented).toBe(false);
  });

  it('is thrown away only after a question, and the form begins anew', async () => {
    // given
    const { server } = await openTask(buildSendableTask({ draft, data: { conclusion: 'Risc' } }), {
      'DELETE /tasks/task-1/draft': new Response(null, { status: 204 }),
    });
    await conclusion();
    fireEvent.click(screen.getByRole('button', { name: 'Alte acțiuni pentru sarcină' }));
    fireEvent.click(screen.getByRole('button', { name: 'Șterge ciorna' }));
    expect(screen.getByRole('dialog', { name: 'Ștergeți ciorna?' }).textContent).toContain('nu ați trimis');
    expect(drafts(server)).toEqual([]);
    // when
    server.answers['GET /tasks/task-1'] = () =>
      new Promise((resolve) => setTimeout(() => resolve(buildSendableTask()), 20));
    fireEvent.click(screen.getByRole('button', { name: 'Șterge ciorna' }));
    // then
    await waitFor(() => expect(drafts(server)[0]?.method).toBe('DELETE'));
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(/^Concluzia/).value).toBe(''));
    expect(screen.queryByText(/Continuați ciorna/)).toBeNull();
  });

  it('is offered for deletion only when there is one', async () => {
    await openTask(buildSendableTask());
    await conclusion();
    fireEvent.click(screen.getByRole('button', { name: 'Alte acțiuni pentru sarcină' }));
    expect(screen.queryByRole('button', { name: 'Șterge ciorna' })).toBeNull();
  });
});

describe('a session that ends while somebody types', () => {
  it('keeps what was typed, and saves it once they are back', async () => {
    // given
    const server = fakeServer({
      'PATCH /tasks/task-1/draft': problem(401, 'unauthenticated'),
      'GET /session': buildSession(),
      'GET /tasks': { items: [], nextCursor: null },
    });
    const page = await renderPage(
      <>
        <OpenTask task={buildSendableTask()} parts={{ validator: () => [], lookups: new Map() }} />
        <SessionGuard />
      </>,
      { path: '/tasks/task-1' },
    );
    await conclude('Risc mediu');
    // when
    leave();
    expect(await screen.findByRole('dialog', { name: 'Sesiunea a expirat' })).toBeTruthy();
    // then
    expect((await conclusion()).value).toBe('Risc mediu');
    // when
    server.answers['PATCH /tasks/task-1/draft'] = saved({ conclusion: 'Risc mediu' });
    fireEvent.click(screen.getByRole('button', { name: 'Am intrat, continuă' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await act(async () => {
      leave();
      await Promise.resolve();
    });
    // then
    await waitFor(() => expect(page.history.at(-1)).toBe('/tasks'));
    expect(drafts(server).at(-1)?.body).toMatchObject({ changes: { '/conclusion': 'Risc mediu' } });
  });
});
