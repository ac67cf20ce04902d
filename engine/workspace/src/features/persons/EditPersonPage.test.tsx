import { fireEvent, screen, waitFor } from '@testing-library/react';
import { Route } from 'wouter';
import { buildPersonDetail } from '../../testing/build-person-detail.ts';
import { fakeServer, problem } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { EditPersonPage } from './EditPersonPage.tsx';

const person = buildPersonDetail({ phone: '+37369123456' });
const page = (
  <Route path="/persons/:id/edit">
    <EditPersonPage />
  </Route>
);

async function open(answers: Record<string, object> = {}) {
  const server = fakeServer({ 'GET /persons/person-1': person, ...answers });
  const rendered = await renderPage(page, { path: '/persons/person-1/edit' });
  await screen.findByRole('heading', { level: 1 }).catch(() => undefined);
  return { server, rendered };
}

const field = (label: string) => screen.getByRole<HTMLInputElement>('textbox', { name: new RegExp(`^${label}`) });
const type = (label: string, value: string) => fireEvent.change(field(label), { target: { value } });
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Salvează datele' }));

describe('correcting a person', () => {
  it('sends only what was changed, from the version that was read', async () => {
    // given
    const { server, rendered } = await open({ 'PATCH /persons/person-1': { ...person, version: 5 } });
    expect(await findViolations(rendered.container)).toEqual([]);
    // when
    type('Prenume', 'Ioan');
    type('Telefon', '');
    save();
    // then
    await waitFor(() => expect(rendered.history.at(-1)).toBe('/persons/person-1'));
    const sent = server.calls.find((call) => call.method === 'PATCH');
    expect(sent?.body).toEqual({ firstName: 'Ioan', phone: null });
    expect(sent?.headers['if-match']).toBe('"4"');
    expect(screen.getByText('Datele persoanei sunt salvate.')).toBeTruthy();
  });

  it('puts each error beside its field', async () => {
    // given
    await open({
      'PATCH /persons/person-1': problem(422, 'validation_failed', {
        errors: [{ path: '/idnp', keyword: 'format', params: { format: 'idnp' } }],
      }),
    });
    // when
    type('IDNP', '2000');
    save();
    // then
    expect(await screen.findByText('IDNP-ul nu este corect. Verificați cele 13 cifre.')).toBeTruthy();
    expect(field('IDNP').getAttribute('aria-invalid')).toBe('true');
    expect(document.title).toContain('1');
  });

  it('names who has the IDNP already, with a link', async () => {
    // given
    const other = {
      ...{ id: 'p9', displayName: 'Popa Ioan', lastName: 'Popa', firstName: 'Ioan', openCases: 1 },
      ...{ match: [], reason: 'idnp', samePerson: true },
    };
    await open({
      'PATCH /persons/person-1': problem(409, 'person_exists', { details: { candidates: [other], mayConfirm: false } }),
    });
    // when
    type('IDNP', '2001000001237');
    save();
    // then
    const link = await screen.findByRole('link', { name: 'Deschide: Popa Ioan' });
    expect(link.getAttribute('href')).toBe('/persons/p9');
    expect(field('IDNP').value).toBe('2001000001237');
  });

  it('tells what somebody else changed meanwhile, and loses nothing typed', async () => {
    // given
    const { server, rendered } = await open({ 'PATCH /persons/person-1': problem(412, 'precondition_failed') });
    server.answers['GET /persons/person-1'] = { ...person, version: 5, phone: '+37360000000' };
    // when
    type('Prenume', 'Ioan');
    save();
    // then
    expect(await screen.findByText('Telefon: acum este „+37360000000”')).toBeTruthy();
    expect([field('Prenume').value, field('Telefon').value]).toEqual(['Ioan', '+37360000000']);
    // when
    server.answers['PATCH /persons/person-1'] = { ...person, version: 6 };
    save();
    // then
    await waitFor(() => expect(rendered.history.at(-1)).toBe('/persons/person-1'));
    const sent = server.calls.filter((call) => call.method === 'PATCH').at(-1);
    expect([sent?.headers['if-match'], sent?.body]).toEqual(['"5"', { firstName: 'Ioan' }]);
  });

  it('is not for those who may not', async () => {
    await open({ 'GET /persons/person-1': { ...person, permissions: { update: false } } });
    expect(await screen.findByText('Nu puteți corecta datele acestei persoane')).toBeTruthy();
  });
});
