import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { fakeServer } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { NotificationsButton } from './NotificationsButton.tsx';

const item = {
  id: 'n1',
  kind: 'deadline.breached',
  params: { name: 'Evaluare' },
  caseId: 'c1',
  caseNumber: 'PC-2026-000123',
  taskId: 't1',
  dueAt: '2026-03-11T15:00:00Z',
  createdAt: '2026-03-12T08:00:00Z',
  readAt: null,
};

describe('notifications', () => {
  it('count what is unread, and mark read what is opened', async () => {
    // given
    const server = fakeServer({
      'GET /notifications': { items: [item], unread: 1, nextCursor: null },
      'POST /notifications/n1/reads': {},
    });
    const page = await renderPage(<NotificationsButton />, { path: '/' });
    // when
    fireEvent.click(await screen.findByRole('button', { name: 'Înștiințări: una necitită' }));
    const link = await screen.findByRole('link', { name: 'Termen depășit: Evaluare' });
    expect(screen.getByText('Cazul PC-2026-000123')).toBeTruthy();
    expect(screen.getByText(/11\.03\.2026/)).toBeTruthy();
    expect(await findViolations(page.container)).toEqual([]);
    act(() => link.click());
    // then
    await waitFor(() => expect(server.calls.some((call) => call.path === '/notifications/n1/reads')).toBe(true));
    expect(page.history.at(-1)).toBe('/tasks/t1');
  });

  it('say what will be here when there are none', async () => {
    fakeServer({ 'GET /notifications': { items: [], unread: 0, nextCursor: null } });
    await renderPage(<NotificationsButton />);
    fireEvent.click(await screen.findByRole('button', { name: 'Înștiințări: niciuna necitită' }));
    expect(await screen.findByText('Nu aveți înștiințări')).toBeTruthy();
  });
});
