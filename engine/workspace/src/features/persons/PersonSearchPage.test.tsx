import { fireEvent, screen, waitFor } from '@testing-library/react';
import { Route } from 'wouter';
import { buildSession } from '../../testing/build-session.ts';
import { fakeServer } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { PersonSearchPage } from './PersonSearchPage.tsx';

const found = {
  id: 'person-1',
  displayName: 'Popa Ion',
  lastName: 'Popa',
  firstName: 'Ion',
  birthDate: '2015-04-02',
  age: 10,
  sex: 'M',
  locality: 'Orhei',
  openCases: 1,
  match: [{ field: 'lastName', start: 0, end: 4 }],
  reason: 'exactName',
  samePerson: false,
};
const search = { searchId: 's1', criteria: { text: 'popa' }, items: [found], nextCursor: null, expiresAt: '' };
const page = (
  <>
    <Route path="/persons/searches/:search">
      <PersonSearchPage />
    </Route>
    <Route path="/persons">
      <PersonSearchPage />
    </Route>
  </>
);
const session = buildSession({ actions: ['person.search', 'person.create'] });

describe('the search for persons', () => {
  it('shows who was found under an address that tells no name', async () => {
    // given
    fakeServer({ 'POST /persons/searches': search, 'GET /persons/searches/s1': search });
    const rendered = await renderPage(page, { path: '/persons', session });
    // when
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'popa' } });
    fireEvent.click(screen.getByRole('button', { name: 'Caută persoana' }));
    // then
    expect(await screen.findByText('O persoană găsită')).toBeTruthy();
    expect(rendered.history.at(-1)).toBe('/persons/searches/s1');
    expect(document.querySelector('mark')?.textContent).toBe('Popa');
    expect(screen.getByText(/născut la 02\.04\.2015/)).toBeTruthy();
    expect(await findViolations(rendered.container)).toEqual([]);
  });

  it('offers to register somebody only after looking', async () => {
    // given
    const empty = { ...search, items: [] };
    fakeServer({ 'GET /persons/searches/s1': empty });
    await renderPage(page, { path: '/persons/searches/s1', session });
    // then
    expect(await screen.findByText('Nu am găsit pe nimeni')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Înregistrează o persoană nouă' })).toBeTruthy();
  });

  it('asks for more than one letter', async () => {
    // given
    const server = fakeServer({});
    await renderPage(page, { path: '/persons', session });
    // when
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'p' } });
    fireEvent.click(screen.getByRole('button', { name: 'Caută persoana' }));
    // then
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('cel puțin două litere'));
    expect(server.calls).toEqual([]);
  });
});
