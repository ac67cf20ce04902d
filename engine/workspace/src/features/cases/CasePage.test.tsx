import { fireEvent, screen, waitFor } from '@testing-library/react';
import { Route } from 'wouter';
import { buildCaseDetail } from '../../testing/build-case-detail.ts';
import { fakeServer, problem } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { CasePage } from './CasePage.tsx';

const page = (
  <Route path="/cases/:id/:tab?">
    <CasePage />
  </Route>
);
const answers = {
  'GET /cases/case-1': buildCaseDetail(),
  'GET /cases/case-1/deadlines': { items: [] },
  'GET /cases/case-1/timeline': {
    items: [
      {
        id: 'e1',
        at: '2026-03-10T08:00:00Z',
        kind: 'case',
        event: 'stage.entered',
        params: { stage: 'evaluare' },
        actor: { displayName: 'Rusu Elena' },
      },
    ],
    nextCursor: null,
  },
};

describe('the page of a case', () => {
  it('shows header, stages, what is open and the facts that are known', async () => {
    // given
    fakeServer(answers);
    // when
    const rendered = await renderPage(page, { path: '/cases/case-1' });
    await screen.findByRole('heading', { level: 1, name: 'Cazul PC-2026-000123' });
    // then
    expect(screen.getByText('Manager de caz: Rusu Elena')).toBeTruthy();
    expect(screen.getByText('Închidere').closest('li')?.textContent).toContain('urmează');
    expect(screen.getByText('Mediu')).toBeTruthy();
    expect(screen.queryByText('Punctaj')).toBeNull();
    expect(await screen.findByText(/Etapă nouă: Evaluare/)).toBeTruthy();
    expect(await findViolations(rendered.container)).toEqual([]);
  });

  it('groups the timeline by day', async () => {
    fakeServer(answers);
    await renderPage(page, { path: '/cases/case-1/timeline' });
    expect(await screen.findByRole('heading', { name: '10.03.2026, marți' })).toBeTruthy();
  });

  it('takes a note and shows it', async () => {
    // given
    const note = {
      id: 'n1',
      text: 'Am sunat.',
      author: { id: 'u', displayName: 'Rusu Elena' },
      createdAt: '2026-03-12T08:00:00Z',
    };
    const server = fakeServer({ ...answers, 'GET /cases/case-1/notes': { items: [], nextCursor: null } });
    server.answers['POST /cases/case-1/notes'] = () => {
      server.answers['GET /cases/case-1/notes'] = { items: [note], nextCursor: null };
      return note;
    };
    await renderPage(page, { path: '/cases/case-1/notes' });
    // when
    fireEvent.change(await screen.findByLabelText('Notă nouă'), { target: { value: 'Am sunat.' } });
    fireEvent.click(screen.getByRole('button', { name: 'Adaugă nota' }));
    // then
    await waitFor(() => expect(screen.getByText('Am sunat.', { selector: 'p' })).toBeTruthy());
    expect(server.calls.find((call) => call.method === 'POST')?.headers['idempotency-key']).toBeTruthy();
  });

  it('says why a case may not be seen, with a number to refer to', async () => {
    fakeServer({ 'GET /cases/case-1': problem(403, 'forbidden', { detail: 'Cazul este al altui oficiu.' }) });
    await renderPage(page, { path: '/cases/case-1' });
    expect(await screen.findByText('Cazul este al altui oficiu.')).toBeTruthy();
    expect(screen.getByText('Număr de referință: trace-1')).toBeTruthy();
  });
});
