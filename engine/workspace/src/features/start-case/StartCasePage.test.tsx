import { fireEvent, screen, within } from '@testing-library/react';
import { Route, Switch } from 'wouter';
import { buildSession } from '../../testing/build-session.ts';
import { buildTaskDetail } from '../../testing/build-task-detail.ts';
import { buildWorkflow } from '../../testing/build-workflow.ts';
import { fakeServer, problem, type FakeCall } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { sampleValidatorUrl } from '../../testing/sample-validator.ts';
import { ChooseWorkflowPage } from './ChooseWorkflowPage.tsx';
import { StartCasePage } from './StartCasePage.tsx';

const form = {
  ...buildTaskDetail().form,
  ...{ key: 'fisa-sesizare', title: 'Fișa de sesizare', primaryAction: 'Înregistrează sesizarea' },
  ...{ number: 1, classifiers: [], validatorUrl: sampleValidatorUrl },
};
const started = { caseId: 'case-9', number: 'PC-2026-000200', recordId: 'record-1', next: { state: 'pending' } };

async function open(path: string, answers: Record<string, object> = {}) {
  const server = fakeServer({
    'GET /workflows': { items: [buildWorkflow()], nextCursor: null },
    'GET /forms/fisa-sesizare': form,
    'GET /start-drafts/protectia-copilului': new Response(null, { status: 204 }),
    'PUT /start-drafts/protectia-copilului': {},
    ...answers,
  });
  const page = await renderPage(
    <Switch>
      <Route path="/start">
        <ChooseWorkflowPage />
      </Route>
      <Route path="/start/:workflow">
        <StartCasePage />
      </Route>
      <Route>
        <p>lista de sarcini</p>
      </Route>
    </Switch>,
    { path, session: buildSession({ actions: ['case.start', 'person.create'] }) },
  );
  return { ...page, server };
}

const path = '/start/protectia-copilului';
const field = () => screen.findByLabelText<HTMLInputElement>(/^Concluzia/);
const fill = async (value: string) => fireEvent.change(await field(), { target: { value } });
const send = () => {
  fireEvent.click(screen.getByRole('button', { name: 'Continuă' }));
  fireEvent.click(screen.getByRole('button', { name: 'Înregistrează sesizarea' }));
};
const sent = ({ calls }: { calls: FakeCall[] }) => calls.filter((call) => call.path === '/cases');
const drafts = ({ calls }: { calls: FakeCall[] }) =>
  calls.filter((call) => call.path.startsWith('/start-drafts') && call.method !== 'GET');

describe('choosing a procedure', () => {
  it('says what each is for and begins it by its own verb', async () => {
    // given
    const { container, history } = await open('/start');
    // when
    const link = await screen.findByRole('link', { name: 'Sesizare nouă' });
    expect(screen.getByText('De la sesizare la închiderea cazului.')).toBeTruthy();
    expect(await findViolations(container)).toEqual([]);
    fireEvent.click(link);
    // then
    expect(history.at(-1)).toBe(path);
  });

  it('does not offer what begins by itself', async () => {
    // given
    const alone = buildWorkflow({ key: 'registru', title: 'Din registru', startedByForm: false });
    const only = { 'GET /workflows': { items: [buildWorkflow(), alone], nextCursor: null } };
    // when
    await open('/start', only);
    // then
    expect(await screen.findByRole('heading', { name: 'Protecția copilului' })).toBeTruthy();
    expect(screen.queryByText('Din registru')).toBeNull();
    // when
    await open('/start/registru', only);
    // then
    expect(await screen.findByText('Această procedură nu există sau nu mai este în vigoare')).toBeTruthy();
  });

  it('says why there is none', async () => {
    await open('/start', { 'GET /workflows': { items: [], nextCursor: null } });
    expect(await screen.findByText('Nu puteți începe nicio procedură')).toBeTruthy();
  });

  it('leads back from the address of an unknown one', async () => {
    await open('/start/necunoscuta');
    expect(await screen.findByText('Această procedură nu există sau nu mai este în vigoare')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Caz nou' }).getAttribute('href')).toBe('/start');
  });

  it('says what went wrong when its form cannot be had', async () => {
    await open(path, { 'GET /forms/fisa-sesizare': problem(500, 'internal_error') });
    expect((await screen.findByRole('alert')).textContent).toContain('Nimic nu s-a pierdut');
  });
});

describe('the first form of a case', () => {
  it('opens the case once, by the number of which it can be found; its draft ends with it', async () => {
    // given
    const { server, container } = await open(path, { 'POST /cases': started });
    await fill('Copil neînsoțit');
    expect(document.title).toBe('Sesizare nouă, eSocial');
    // when
    send();
    // then
    expect(await screen.findByText('Numărul cazului: PC-2026-000200')).toBeTruthy();
    expect(screen.getByText(/Procedura pornește/)).toBeTruthy();
    expect(sent(server)[0]?.body).toEqual({ workflow: 'protectia-copilului', data: { conclusion: 'Copil neînsoțit' } });
    expect(drafts(server).at(-1)?.method).toBe('PUT');
    expect(await findViolations(container)).toEqual([]);
  });

  it('leads from the receipt to the next step of the case', async () => {
    const next = { state: 'ready', taskId: 'task-7', name: 'Evaluare inițială' };
    await open(path, { 'POST /cases': { ...started, next } });
    await fill('Copil neînsoțit');
    send();
    const link = await screen.findByRole('link', { name: 'Continuă cu: Evaluare inițială' });
    expect(link.getAttribute('href')).toBe('/tasks/task-7');
    expect(screen.getByRole('link', { name: 'Deschide cazul' }).getAttribute('href')).toBe('/cases/case-9');
  });

  it('is tried again under the same key, so that there are not two cases', async () => {
    // given
    const { server } = await open(path, { 'POST /cases': problem(503, 'unavailable') });
    await fill('Copil neînsoțit');
    send();
    await screen.findByRole('alert');
    // when
    server.answers['POST /cases'] = started;
    fireEvent.click(screen.getByRole('button', { name: 'Înregistrează sesizarea' }));
    await screen.findByText('Cazul a fost deschis');
    // then
    const [first, second] = sent(server).map((call) => call.headers['idempotency-key']);
    expect(first).toBeTruthy();
    expect(second).toBe(first);
  });

  it('shows what the server refuses beside its field, and keeps the answers', async () => {
    // given
    const errors = [{ path: '/conclusion', keyword: 'maxLength', params: { limit: 3 } }];
    const { container } = await open(path, { 'POST /cases': problem(422, 'validation_failed', { errors }) });
    await fill('Copil neînsoțit');
    // when
    send();
    fireEvent.click(within(await screen.findByRole('alert')).getByRole('link', { name: /Concluzia/ }));
    // then
    expect((await field()).value).toBe('Copil neînsoțit');
    expect((await field()).getAttribute('aria-invalid')).toBe('true');
    expect(document.title).toBe('(1) Sesizare nouă, eSocial');
    expect(await findViolations(container)).toEqual([]);
  });
});

describe('the draft of a start form', () => {
  it('is kept when the page is left, and gone on with', async () => {
    // given
    const first = await open(path);
    await fill('Copil neînsoțit');
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Salvează și ieși' }));
    expect(await screen.findByText('lista de sarcini')).toBeTruthy();
    const kept = drafts(first.server).at(-1)?.body as { data: object };
    expect(kept.data).toEqual({ conclusion: 'Copil neînsoțit' });
    first.unmount();
    // then
    await open(path, {
      'GET /start-drafts/protectia-copilului': { ...kept, updatedAt: new Date().toISOString() },
    });
    expect((await field()).value).toBe('Copil neînsoțit');
    expect(screen.getByText(/^Salvat/)).toBeTruthy();
  });

  it('that cannot be saved says so, and what was typed stays', async () => {
    // given
    await open(path, { 'PUT /start-drafts/protectia-copilului': problem(503, 'unavailable') });
    await fill('Copil neînsoțit');
    // when
    fireEvent.blur(await field());
    // then
    expect(await screen.findByText(/Nesalvat: nu există legătură cu serverul/, {}, { timeout: 4000 })).toBeTruthy();
    expect((await field()).value).toBe('Copil neînsoțit');
  });

  it('that cannot be read is not taken for an empty one', async () => {
    await open(path, { 'GET /start-drafts/protectia-copilului': problem(500, 'internal_error') });
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(screen.queryByLabelText(/^Concluzia/)).toBeNull();
  });
});
