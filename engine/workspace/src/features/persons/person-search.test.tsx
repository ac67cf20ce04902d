import { fireEvent, screen, waitFor } from '@testing-library/react';
import { Route } from 'wouter';
import { buildSession } from '../../testing/build-session.ts';
import { fakeServer, problem } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { PersonSearchPage } from './PersonSearchPage.tsx';

const item = {
  ...{ id: 'p1', displayName: 'Popa Ana Ion', lastName: 'Popa', firstName: 'Ana', patronymic: 'Ion', sex: 'F' },
  ...{ birthDate: '1990-01-02', age: 36, locality: 'Orhei', idnpMasked: '200•••••••015', openCases: 0 },
  ...{ match: [{ field: 'firstName', start: 0, end: 2 }], reason: 'similarName', samePerson: true },
};
const search = (items: object[] = [item]) => ({
  ...{ searchId: 's1', criteria: { text: 'popa an' }, items, nextCursor: null, expiresAt: '' },
});

async function open(answers: Record<string, object>, actions = ['person.search', 'person.create']) {
  const server = fakeServer(answers);
  const page = await renderPage(
    <Route path="/persons/searches/:search">
      <PersonSearchPage />
    </Route>,
    { path: '/persons/searches/s1', session: buildSession({ actions }) },
  );
  return { ...page, server };
}

describe('a search that is opened again from its address', () => {
  it('shows what was looked for and who was found, with the reason', async () => {
    // when
    const { container } = await open({ 'GET /persons/searches/s1': search() });
    // then
    const row = await screen.findByRole('link', { name: /Popa/ });
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('popa an');
    expect(row.textContent).toContain(
      'născută la 02.01.1990 · Orhei · 200•••••••015 · fără cazuri deschise · nume asemănător',
    );
    expect(row.querySelector('mark')?.textContent).toBe('An');
    expect(row.getAttribute('href')).toBe('/persons/p1');
    expect(await findViolations(container)).toEqual([]);
  });

  it('warns where it may be the same person twice', async () => {
    await open({ 'GET /persons/searches/s1': search([item, { ...item, id: 'p2', samePerson: false }]) });
    expect(await screen.findAllByText('Posibil aceeași persoană')).toHaveLength(1);
    expect(screen.getByRole('status').textContent).toBe('2 persoane găsite');
  });

  it('offers to register somebody only to those who may', async () => {
    await open({ 'GET /persons/searches/s1': search([]) }, ['person.search']);
    expect(await screen.findByText('Nu am găsit pe nimeni')).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Înregistrează o persoană nouă' })).toBeNull();
  });

  it('that has expired says so, and another can be made', async () => {
    // given
    const { server, history } = await open({
      'GET /persons/searches/s1': problem(404, 'not_found'),
      'POST /persons/searches': { ...search(), searchId: 's2' },
    });
    expect((await screen.findByRole('alert')).textContent).toContain('Nu am găsit ceea ce căutați');
    // when
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: '  popa  ' } });
    fireEvent.submit(screen.getByRole('search'));
    // then
    await waitFor(() => expect(history.at(-1)).toBe('/persons/searches/s2'));
    expect(server.calls.at(-1)?.body).toEqual({ text: 'popa' });
    expect(await screen.findByText('O persoană găsită')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('that fails keeps what was typed', async () => {
    await open({
      'GET /persons/searches/s1': search([]),
      'POST /persons/searches': problem(429, 'too_many_requests'),
    });
    await screen.findByText('Nu am găsit pe nimeni');
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'popescu' } });
    fireEvent.submit(screen.getByRole('search'));
    expect((await screen.findByRole('alert')).textContent).toContain('Serverul este foarte solicitat');
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('popescu');
  });
});
