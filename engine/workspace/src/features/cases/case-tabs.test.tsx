import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Route } from 'wouter';
import { buildCaseDetail } from '../../testing/build-case-detail.ts';
import { buildDeadline } from '../../testing/build-deadline.ts';
import { buildInstance, buildWorkflowDetail } from '../../testing/build-workflow.ts';
import { fakeServer, problem } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { CasePage } from './CasePage.tsx';
import { caseTabs } from './case-tabs.ts';

const empty = { items: [], nextCursor: null };

async function open(tab = '', answers: Record<string, object> = {}) {
  const server = fakeServer({
    'GET /cases/case-1': buildCaseDetail(),
    'GET /cases/case-1/deadlines': empty,
    'GET /cases/case-1/timeline': empty,
    'GET /cases/case-1/records': empty,
    'GET /cases/case-1/documents': empty,
    'GET /cases/case-1/notes': empty,
    'GET /workflows/protectia-copilului': buildWorkflowDetail(),
    ...answers,
  });
  const page = await renderPage(
    <Route path="/cases/:id/:tab?">
      <CasePage />
    </Route>,
    { path: `/cases/case-1${tab && `/${tab}`}` },
  );
  await screen.findByRole('heading', { level: 1 });
  return { ...page, server };
}

describe('the views of a case', () => {
  it.each(caseTabs)('%s has an address of its own, is marked, and breaks no rule of access', async (tab) => {
    // when
    const { container } = await open(tab);
    // then
    const nav = screen.getByRole('navigation', { name: 'Părțile cazului' });
    const current = nav.querySelector('[aria-current=page]');
    expect(current?.getAttribute('href')).toBe(tab === 'overview' ? '/cases/case-1' : `/cases/case-1/${tab}`);
    expect(await findViolations(container)).toEqual([]);
  });

  it.each([
    ['timeline', 'Niciun eveniment de acest fel'],
    ['records', 'Încă nu este nimic înregistrat'],
    ['documents', 'Nu sunt documente'],
    ['deadlines', 'Nu sunt termene'],
    ['notes', 'Nu sunt note'],
  ])('%s says what will be there: “%s”', async (tab, words) => {
    await open(tab);
    expect(await screen.findByText(words)).toBeTruthy();
  });

  it.each(['timeline', 'records', 'documents', 'deadlines', 'notes'])(
    '%s that cannot be had leaves the header standing',
    async (tab) => {
      await open(tab, { [`GET /cases/case-1/${tab}`]: problem(500, 'internal_error') });
      expect((await screen.findByRole('alert')).textContent).toContain('Nimic nu s-a pierdut');
      expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Cazul PC-2026-000123');
    },
  );

  it('unknown is the overview', async () => {
    await open('altceva');
    expect(screen.getByRole('heading', { name: 'De făcut acum' })).toBeTruthy();
  });
});

describe('the header of a case', () => {
  it('names person, manager, office, and the next deadline, and the tab', async () => {
    await open('', { 'GET /cases/case-1': buildCaseDetail({ nextDeadlineAt: '2020-01-01T08:00:00Z' }) });
    const header = screen.getByRole('heading', { level: 1 }).closest('header')?.textContent;
    for (const part of ['Popa Ion', '10 ani', 'Rusu Elena', 'Orhei', '10.03.2026', '01.01.2020', 'Activ']) {
      expect(header).toContain(part);
    }
    expect(document.title).toBe('Cazul PC-2026-000123, Popa Ion, eSocial');
  });

  it('marks the present stage, and what a closed case did not need', async () => {
    // given
    const page = await open();
    expect(
      screen.getByText('Evaluare', { selector: '.es-stage-title' }).closest('li')?.getAttribute('aria-current'),
    ).toBe('step');
    page.unmount();
    // when
    const stages = buildCaseDetail().stages.map((stage) =>
      stage.at ? stage : { ...stage, state: 'skipped' as const },
    );
    await open('', { 'GET /cases/case-1': buildCaseDetail({ status: 'closed', stages }) });
    // then
    expect(screen.getByText('Închidere').closest('li')?.textContent).toContain('nu a fost necesară');
  });
});

describe('what there is', () => {
  it('records stand with their versions, each to compare with the latest', async () => {
    const version = (number: number) => ({
      ...{ id: `r${number}`, version: number, submittedAt: '2026-03-11T08:00:00Z' },
      ...{ submittedBy: 'Rusu Elena', notApplied: number === 2 },
    });
    const series = { seriesId: 's1', formKey: 'f', title: 'Fișa de sesizare', versions: [version(1), version(2)] };
    await open('records', { 'GET /cases/case-1/records': { items: [series] } });
    const link = await screen.findByRole('link', { name: 'Fișa de sesizare' });
    expect(link.getAttribute('href')).toBe('/records/r2');
    expect(link.closest('li')?.textContent).toContain('Nu a fost aplicată în procedură');
    expect(screen.getByRole('link', { name: 'compară cu versiunea 1' }).getAttribute('href')).toBe(
      '/records/r2?compare=r1',
    );
  });

  it('documents open in a tab of their own, with size, day and who added them', async () => {
    const document = {
      ...{ id: 'd1', fileName: 'certificat.pdf', mediaType: 'application/pdf', size: 2_500_000 },
      ...{ createdAt: '2026-03-11T08:00:00Z', createdBy: 'Rusu Elena' },
    };
    await open('documents', { 'GET /cases/case-1/documents': { items: [document] } });
    const link = await screen.findByRole('link', { name: 'certificat.pdf' });
    expect(link.getAttribute('href')).toBe('/api/v1/documents/d1/content');
    expect(link.closest('li')?.textContent).toContain('2,4 MB, 11.03.2026, 10:00, Rusu Elena');
  });

  it('persons stand with their part in the case', async () => {
    await open('persons');
    const person = screen.getByText('Persoana vizată').closest('li');
    expect(person?.querySelector('a')?.getAttribute('href')).toBe('/persons/person-1');
  });

  it('a deadline tells how its day came about, day by day, and by which act', async () => {
    // given
    const { container } = await open('deadlines', { 'GET /cases/case-1/deadlines': { items: [buildDeadline()] } });
    // when
    fireEvent.click(await screen.findByText('Cum s-a calculat termenul'));
    // then
    expect(
      screen.getByText('2 zile lucrătoare de la 06.03.2026, 10:00, după calendarul „Zile lucrătoare”.'),
    ).toBeTruthy();
    const steps = [...container.querySelectorAll('.es-deadline-steps li')].map((step) => step.textContent);
    expect(steps).toEqual([
      '06.03.2026, 10:00termenul începe',
      '07.03.2026, sâmbătăzi de odihnă, nu se numără',
      '09.03.2026, lunisărbătoare, nu se numără: Ziua liberă',
      '10.03.2026, marțiziua 1',
      '11.03.2026, 17:00termenul se încheie',
    ]);
    expect(screen.getByText('HG nr. 270/2014, pct. 21')).toBeTruthy();
    expect(screen.getByText('De confirmat juridic')).toBeTruthy();
    expect(await findViolations(container)).toEqual([]);
  });

  it('a deadline that ended tells when it was, not how far it is', async () => {
    const met = buildDeadline({ state: 'met', endedAt: '2026-03-10T08:00:00Z' });
    await open('deadlines', { 'GET /cases/case-1/deadlines': { items: [met] } });
    expect(await screen.findByText('Termenul a fost 11.03.2026, 17:00')).toBeTruthy();
    expect(screen.getByText('Respectat')).toBeTruthy();
  });

  it('the timeline is filtered by kind, and the address keeps it', async () => {
    // given
    const { server, history } = await open('timeline');
    // when
    fireEvent.click(within(screen.getByRole('group', { name: 'Felul evenimentelor' })).getByText('Note'));
    // then
    await waitFor(() => expect(server.calls.at(-1)?.path).toBe('/cases/case-1/timeline?kind=note'));
    expect(history.at(-1)).toBe('/cases/case-1/timeline?kind=note');
  });

  it('an event names its step and leads to what was recorded', async () => {
    const event = {
      ...{ id: 'e1', at: '2026-03-11T08:00:00Z', kind: 'record', event: 'record.submitted', recordId: 'r1' },
      ...{ params: { elementId: 'Task_Report', reason: 'OTHER_REASON' }, actor: { displayName: 'Rusu Elena' } },
    };
    await open('timeline', { 'GET /cases/case-1/timeline': { items: [event], nextCursor: null } });
    const link = await screen.findByRole('link', { name: 'Formular înregistrat' });
    expect(link.getAttribute('href')).toBe('/records/r1');
    await waitFor(() => expect(link.closest('li')?.textContent).toContain(': Înregistrează sesizarea'));
    expect(link.closest('li')?.textContent).not.toContain('OTHER_REASON');
  });

  it('notes are read by all and written by those who may', async () => {
    const permissions = { ...buildCaseDetail().permissions, addNote: false };
    await open('notes', { 'GET /cases/case-1': buildCaseDetail({ permissions }) });
    expect(await screen.findByText('Nu sunt note')).toBeTruthy();
    expect(screen.queryByLabelText('Notă nouă')).toBeNull();
  });

  it('a note that was refused is not lost', async () => {
    await open('notes', { 'POST /cases/case-1/notes': problem(503, 'unavailable') });
    const box = await screen.findByLabelText<HTMLTextAreaElement>('Notă nouă');
    fireEvent.change(box, { target: { value: 'Am sunat.' } });
    fireEvent.click(screen.getByRole('button', { name: 'Adaugă nota' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Nimic nu s-a pierdut');
    expect(box.value).toBe('Am sunat.');
  });
});

describe('the procedure of a case', () => {
  it('is a table that can be read aloud beside the picture', async () => {
    // given
    const instance = buildInstance({
      incidents: [{ id: 'i', instanceId: 'instance-1', elementId: 'Task_Close', kind: 'X', message: '', raisedAt: '' }],
    });
    // when
    await open('process', { 'GET /cases/case-1': buildCaseDetail({ instance }) });
    // then
    const table = await screen.findByRole('table', { name: 'Pașii procedurii' }, { timeout: 10_000 });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent).join(' | '))).toEqual([
      'Înregistrează sesizarea | Sesizare | Parcurs',
      'Evaluare inițială | Evaluare | În curs',
      'Închide cazul | Închidere | Oprit de o eroare',
    ]);
  }, 20_000);

  it('is not asked for by those who look at something else', async () => {
    const { server } = await open('documents');
    await screen.findByText('Nu sunt documente');
    expect(server.calls.some((call) => call.path.startsWith('/workflows'))).toBe(false);
  });

  it('says so where there is none', async () => {
    await open('process');
    expect(await screen.findByText('Cazul nu are o procedură în desfășurare')).toBeTruthy();
  });
});
