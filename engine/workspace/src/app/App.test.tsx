import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { buildSession } from '../testing/build-session.ts';
import { fakeServer, problem } from '../testing/fake-server.ts';
import { findViolations } from '../testing/find-violations.ts';
import { renderPage } from '../testing/render-page.tsx';
import { App } from './App.tsx';
import { SignedInApp } from './SignedInApp.tsx';
import { keepLanguage, startLanguage } from './start-language.ts';

const worker = buildSession({ actions: ['task.list', 'case.read', 'person.search', 'case.start'] });
const found = { searchId: 's1', criteria: { text: 'popa' }, items: [], nextCursor: null, expiresAt: '' };

async function open(path = '/settings', session = worker, answers: Record<string, object> = {}) {
  const server = fakeServer({ 'GET /notifications': { items: [], unread: 0, nextCursor: null }, ...answers });
  const page = await renderPage(<SignedInApp onLanguage={() => undefined} />, { path, session });
  await screen.findByRole('heading', { level: 1 }, { timeout: 4000 });
  return { ...page, server };
}

const bars = () => [...document.querySelectorAll('.es-topbar')].map((bar) => bar.textContent);
const palette = () => screen.findByRole('combobox');

describe('the door', () => {
  it('has one way in, and afterwards the address asked for opens', async () => {
    // given
    window.history.replaceState(null, '', '/cases/case-1?tab=notes');
    fakeServer({ 'GET /session': problem(401, 'unauthenticated') });
    // when
    const page = await renderPage(<App onLanguage={() => undefined} />);
    // then
    const link = await screen.findByRole('link', { name: 'Intră cu MPass' });
    expect(link.getAttribute('href')).toBe(`/saml/sign-in?returnTo=${encodeURIComponent('/cases/case-1?tab=notes')}`);
    expect(screen.getByText(/Accesul la datele cu caracter personal este înregistrat/)).toBeTruthy();
    expect(await findViolations(page.container)).toEqual([]);
    window.history.replaceState(null, '', '/');
  });

  it('that cannot be reached says so and can be tried again', async () => {
    // given
    const server = fakeServer({ 'GET /session': problem(503, 'unavailable') });
    await renderPage(<App onLanguage={() => undefined} />);
    expect((await screen.findByRole('alert')).textContent).toContain('Nimic nu s-a pierdut');
    // when
    server.answers['GET /session'] = problem(401, 'unauthenticated');
    fireEvent.click(screen.getByRole('button', { name: 'Încearcă din nou' }));
    // then
    expect(await screen.findByText('Bine ați venit la eSocial')).toBeTruthy();
  });

  it('entered again beside the work closes its tab', async () => {
    // given
    const closed = jest.spyOn(window, 'close').mockImplementation(() => undefined);
    fakeServer({ 'GET /session': worker });
    // when
    await renderPage(<App onLanguage={() => undefined} />, { path: '/signed-in' });
    // then
    expect(await screen.findByText('Ați intrat din nou în sistem')).toBeTruthy();
    expect(closed).toHaveBeenCalled();
    closed.mockRestore();
  });
});

describe('the navigation', () => {
  it('offers what the role does, and no more', async () => {
    await open();
    const entries = within(screen.getByRole('navigation', { name: 'Navigare principală' })).getAllByRole('link');
    expect(entries.map((entry) => entry.textContent)).toEqual(['Sarcini', 'Cazuri', 'Persoane']);
  });

  it('says that an address is unknown, and leads home', async () => {
    const { container } = await open('/nicăieri');
    expect(screen.getByRole('heading', { level: 1, name: 'Nu am găsit ceea ce căutați' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Pagina de start' }).getAttribute('href')).toBe('/');
    expect(await findViolations(container)).toEqual([]);
  });
});

describe('the bars on top', () => {
  it('say that the data are fictive, only in the sandbox', async () => {
    const first = await open();
    expect(bars()).toEqual(['Mediu de probă: datele sunt fictive.']);
    first.unmount();
    await open('/settings', { ...worker, environment: { ...worker.environment, sandbox: false } });
    expect(bars()).toEqual([]);
  });

  it('say that the connection is away, and that typing may go on', async () => {
    // given
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    await open();
    // when
    online.mockReturnValue(false);
    act(() => void window.dispatchEvent(new Event('offline')));
    // then
    expect(bars()[0]).toContain('Nu există conexiune. Puteți continua să scrieți');
    // when
    online.mockReturnValue(true);
    act(() => void window.dispatchEvent(new Event('online')));
    // then
    expect(bars()).toHaveLength(1);
    online.mockRestore();
  });
});

describe('searching from anywhere', () => {
  it('opens from the header and with a slash, and finds a person without a name in the address', async () => {
    // given
    const { history, server } = await open('/settings', worker, { 'POST /persons/searches': found });
    fireEvent.click(screen.getByRole('button', { name: 'Caută persoane, cazuri, comenzi' }));
    fireEvent.keyDown(await palette(), { key: 'Escape' });
    // when
    fireEvent.change(await palette(), { target: { value: 'popa' } });
    fireEvent.click(screen.getByRole('option', { name: /Caută „popa” printre persoane/ }));
    // then
    await waitFor(() => expect(history.at(-1)).toBe('/persons/searches/s1'));
    expect(server.calls.find((call) => call.path === '/persons/searches')?.body).toEqual({ text: 'popa' });
  });

  it('offers cases for what looks like a number', async () => {
    const { history } = await open();
    fireEvent.keyDown(document.body, { key: '/' });
    fireEvent.change(await palette(), { target: { value: 'PC-2026-000123' } });
    fireEvent.click(screen.getByRole('option', { name: /printre cazuri/ }));
    await waitFor(() => expect(history.at(-1)).toBe('/cases?q=PC-2026-000123'));
  });

  it('offers persons only to those who may search for them', async () => {
    await open('/settings', buildSession({ actions: ['task.list'] }));
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    fireEvent.change(await palette(), { target: { value: 'popa' } });
    expect(screen.queryByRole('option')).toBeNull();
  });

  it('begins a case, and turns the light off', async () => {
    // given
    localStorage.clear();
    const { history } = await open();
    const choose = async (text: string) => {
      fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
      fireEvent.change(await palette(), { target: { value: text } });
      fireEvent.keyDown(await palette(), { key: 'Enter' });
    };
    // when
    await choose('tema intunecata');
    // then
    expect(document.documentElement.getAttribute('data-mantine-color-scheme')).toBe('dark');
    // when
    await choose('deschide un caz');
    // then
    await waitFor(() => expect(history.at(-1)).toBe('/start'));
  });
});

describe('the account', () => {
  it('names person, role and office, and leads to the settings', async () => {
    // given
    const { history } = await open('/nicăieri');
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Contul meu: Rusu Elena' }));
    expect(screen.getByText('Agenția Teritorială Orhei')).toBeTruthy();
    fireEvent.click(screen.getByRole('link', { name: 'Setări de afișare' }));
    // then
    expect(history.at(-1)).toBe('/settings');
  });
});

describe('the language to begin with', () => {
  beforeEach(() => localStorage.clear());

  it('is the account’s, before the sign-in what was chosen here, else Romanian', () => {
    expect(startLanguage(undefined)).toBe('ro');
    keepLanguage('ru');
    expect(startLanguage(undefined)).toBe('ru');
    expect(startLanguage('en')).toBe('en');
  });
});
