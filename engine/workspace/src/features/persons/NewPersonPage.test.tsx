import { fireEvent, screen, waitFor } from '@testing-library/react';
import { fakeServer, problem } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { NewPersonPage } from './NewPersonPage.tsx';

const created = {
  id: 'p9',
  version: 1,
  displayName: 'Popa Ion',
  reference: { personId: 'p9', lastName: 'Popa', firstName: 'Ion' },
};
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: new RegExp(`^${label}`) }), { target: { value } });
const register = () => fireEvent.click(screen.getByRole('button', { name: 'Înregistrează persoana' }));

describe('registering a person', () => {
  it('asks for the names and nothing else', async () => {
    // given
    const server = fakeServer({ 'POST /persons': created });
    const page = await renderPage(<NewPersonPage />, { path: '/persons/new' });
    expect(await findViolations(page.container)).toEqual([]);
    // when
    register();
    expect(screen.getAllByText('Completați acest câmp.')).toHaveLength(2);
    type('Nume', 'Popa');
    type('Prenume', 'Ion');
    register();
    // then
    await waitFor(() => expect(page.history.at(-1)).toBe('/persons/p9'));
    expect(server.calls[0]?.body).toEqual({ lastName: 'Popa', firstName: 'Ion' });
  });

  it('shows who it may be already, and lets the caseworker decide', async () => {
    // given
    const candidate = {
      id: 'p1',
      displayName: 'Popa Ion',
      lastName: 'Popa',
      firstName: 'Ion',
      openCases: 1,
      match: [],
      reason: 'exactName',
      samePerson: true,
    };
    const server = fakeServer({
      'POST /persons': ({ body }: { body: unknown }) =>
        (body as { confirmedDifferent?: boolean }).confirmedDifferent
          ? created
          : problem(409, 'person_similar', { details: { candidates: [candidate], mayConfirm: true } }),
    });
    const page = await renderPage(<NewPersonPage />, { path: '/persons/new' });
    type('Nume', 'Popa');
    type('Prenume', 'Ion');
    // when
    register();
    fireEvent.click(await screen.findByRole('button', { name: /este altă persoană/ }));
    // then
    await waitFor(() => expect(page.history.at(-1)).toBe('/persons/p9'));
    expect(server.calls.at(-1)?.body).toMatchObject({ confirmedDifferent: true });
  });

  it('puts the server’s complaint beside its field', async () => {
    fakeServer({
      'POST /persons': problem(422, 'validation_failed', {
        errors: [{ path: '/idnp', keyword: 'format', params: {} }],
      }),
    });
    await renderPage(<NewPersonPage />, { path: '/persons/new' });
    type('Nume', 'Popa');
    type('Prenume', 'Ion');
    register();
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: /^IDNP/ }).getAttribute('aria-invalid')).toBe('true'),
    );
  });
});
