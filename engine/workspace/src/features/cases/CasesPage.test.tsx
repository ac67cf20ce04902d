import { fireEvent, screen, waitFor } from '@testing-library/react';
import { buildCaseDetail } from '../../testing/build-case-detail.ts';
import { fakeServer } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { CasesPage } from './CasesPage.tsx';

describe('the list of cases', () => {
  const answers = {
    'GET /cases': { items: [buildCaseDetail()], nextCursor: null },
    'GET /workflows': { items: [], nextCursor: null },
  };

  it('keeps its filters in the address', async () => {
    // given
    const server = fakeServer(answers);
    const page = await renderPage(<CasesPage />, { path: '/cases' });
    await screen.findByText('PC-2026-000123');
    expect(await findViolations(page.container)).toEqual([]);
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Închis' }));
    // then
    await waitFor(() => expect(server.calls.at(-1)?.path).toContain('status=closed'));
    expect(page.history.at(-1)).toBe('/cases?status=closed');
  });

  it('says where to look for names when nothing matches', async () => {
    fakeServer({ ...answers, 'GET /cases': { items: [], nextCursor: null } });
    await renderPage(<CasesPage />, { path: '/cases?status=closed' });
    expect(await screen.findByText('Niciun caz nu corespunde filtrelor')).toBeTruthy();
  });
});
