import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { buildWorkflowDetail } from '../../../testing/build-process-instance.ts';
import { fakeServer, problem } from '../../../testing/fake-server.ts';
import { findViolations } from '../../../testing/find-violations.ts';
import { renderPage } from '../../../testing/render-page.tsx';
import { OperationsPage } from '../OperationsPage.tsx';

const version = (versionId: string, number: number, state = 'active') => ({
  ...{ versionId, number, state, effectiveFrom: '2026-01-01', digest: 'd', legalBasis: [] },
  ...{ releaseId: 'r', releaseNumber: 1, createdBy: 'u', createdAt: '2026-01-01T00:00:00Z' },
});
const versions = (...items: object[]) => ({
  kind: 'workflow',
  key: 'lending',
  title: 'Împrumut',
  items,
  nextCursor: null,
});
const proposal = {
  pairs: [
    { processId: 'lending', source: 'Task_First', sourceName: 'Primul pas', type: 'userTask', target: 'Task_First' },
    { processId: 'lending', source: 'Task_Old', sourceName: 'Pasul vechi', type: 'userTask', target: null },
  ],
  targets: [
    { processId: 'lending', elementId: 'Task_First', name: 'Primul pas', type: 'userTask' },
    { processId: 'lending', elementId: 'Task_New', name: 'Pasul nou', type: 'userTask' },
    { processId: 'lending', elementId: 'End', name: 'Sfârșit', type: 'endEvent' },
  ],
};
const result = (instanceId: string, caseNumber: string, outcome: string, faults: object[] = []) => ({
  ...{ instanceId, caseNumber, outcome, faults, caseId: 'case-1', processId: 'lending' },
});
const fault = { code: 'UNMAPPED', elementId: 'Task_Old', message: 'Task_Old is not mapped' };
const migration = {
  ...{ id: null, sourceVersionId: 'version-1', targetVersionId: 'version-2', mapping: [], state: 'dryRun' },
  ...{ total: 2, pending: 0, migrated: 0, refused: 1, reason: 'r', createdAt: '2026-03-10T08:00:00Z' },
  results: [result('i1', 'PC-1', 'possible'), result('i2', 'PC-2', 'refused', [fault])],
  nextCursor: null,
};

async function open(more: Record<string, object> = {}, query = '&ids=i1%2Ci2&target=version-2') {
  const server = fakeServer({
    'GET /definitions/workflow/lending': versions(version('version-2', 2), version('version-1', 1)),
    'GET /process-instances/migrations/proposal': proposal,
    'GET /workflows/lending': buildWorkflowDetail(),
    'POST /process-instances/migrations': migration,
    ...more,
  });
  const path = `/operations?view=migrate&workflow=lending&source=version-1${query}`;
  return { server, page: await renderPage(<OperationsPage />, { path }) };
}

const posts = (server: { calls: { method: string; body: unknown }[] }) =>
  server.calls.filter((call) => call.method === 'POST').map((call) => call.body);

describe('a new migration', () => {
  it('asks for the version to go to', async () => {
    // given
    const { page } = await open({}, '&ids=i1');
    expect(await screen.findByRole('heading', { level: 1, name: 'Migrarea unei instanțe' })).toBeDefined();
    // when
    fireEvent.change(await screen.findByLabelText('Versiunea la care trec'), { target: { value: 'version-2' } });
    // then
    expect(page.history.at(-1)).toContain('target=version-2');
    expect(await screen.findByRole('heading', { name: 'Ce devine fiecare pas' })).toBeDefined();
  });

  it('tries first, with the mapping that was chosen, and says what stands in the way', async () => {
    // given
    const { server, page } = await open();
    const choice = await screen.findByLabelText('Pasul nou pentru „Pasul vechi”');
    expect(within(choice).queryByRole('option', { name: /Sfârșit/ })).toBeNull();
    // when
    fireEvent.change(choice, { target: { value: 'Task_New' } });
    fireEvent.click(screen.getByRole('button', { name: 'Verifică fără schimbări' }));
    // then
    expect(await screen.findByText('O instanță poate trece, una este refuzată.')).toBeDefined();
    expect(screen.getByText('Pasul „Task_Old” nu are corespondent în versiunea nouă.')).toBeDefined();
    expect(posts(server)).toEqual([
      {
        ...{ sourceVersionId: 'version-1', targetVersionId: 'version-2', instanceIds: ['i1', 'i2'], dryRun: true },
        ...{ mapping: [{ source: 'Task_Old', target: 'Task_New' }], reason: 'Verificare înainte de migrare' },
      },
    ]);
    expect(await findViolations(page.container)).toEqual([]);
  });

  it('forgets the trial when the mapping changes', async () => {
    // given
    await open();
    fireEvent.click(await screen.findByRole('button', { name: 'Verifică fără schimbări' }));
    await screen.findByText(/poate trece, una/);
    // when
    fireEvent.change(screen.getByLabelText('Pasul nou pentru „Pasul vechi”'), { target: { value: 'Task_New' } });
    // then
    expect(screen.queryByText(/poate trece, una/)).toBeNull();
    expect(screen.queryByRole('button', { name: 'Migrează o instanță' })).toBeNull();
  });

  it('runs after the trial with a reason and goes on to its progress', async () => {
    // given
    const { server, page } = await open({}, '&target=version-2');
    fireEvent.click(await screen.findByRole('button', { name: 'Verifică fără schimbări' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Migrează o instanță' }));
    server.answers['POST /process-instances/migrations'] = { ...migration, id: 'm1', state: 'running' };
    // when
    const dialog = within(screen.getByRole('dialog'));
    fireEvent.change(dialog.getByLabelText('Motivul'), { target: { value: 'lege nouă' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Migrează' }));
    // then
    await waitFor(() => expect(page.history.at(-1)).toBe('/operations?migration=m1'));
    expect(posts(server).at(-1)).toEqual({
      ...{ sourceVersionId: 'version-1', targetVersionId: 'version-2', reason: 'lege nouă' },
    });
  });

  it.each([
    ['of an only version', versions(version('version-2', 2, 'submitted'), version('version-1', 1))],
    ['of an unknown version', versions(version('version-2', 2))],
  ])('%s says what to do', async (_of, given) => {
    await open({ 'GET /definitions/workflow/lending': given });
    expect(await screen.findByText(/o singură versiune|Nu am găsit versiunea/)).toBeDefined();
  });

  it('says what the server refused', async () => {
    // given
    await open({ 'POST /process-instances/migrations': problem(422, 'mapping_invalid', { detail: 'Nu merge.' }) });
    // when
    fireEvent.click(await screen.findByRole('button', { name: 'Verifică fără schimbări' }));
    // then
    expect(await screen.findByText('Nu merge.')).toBeDefined();
  });
});

describe('a migration that was begun', () => {
  const begun = {
    ...migration,
    id: 'm1',
    state: 'finished',
    migrated: 1,
    createdBy: { id: 'u', displayName: 'Rusu E.' },
  };
  const answers = {
    'GET /process-instances/migrations/m1': begun,
    'GET /process-instances/migrations/m1/results': {
      results: [result('i2', 'PC-2', 'refused', [fault])],
      nextCursor: null,
    },
  };

  it('says how far it is and what it came to', async () => {
    // given
    fakeServer(answers);
    // when
    const { container } = await renderPage(<OperationsPage />, { path: '/operations?migration=m1' });
    // then
    expect(await screen.findByText('Încheiată: 2 din 2; migrate 1, refuzate 1.')).toBeDefined();
    expect((await screen.findByRole('link', { name: 'PC-2' })).getAttribute('href')).toBe('/operations?instance=i2');
    expect(screen.getByText('Task_Old is not mapped')).toBeDefined();
    expect(await findViolations(container)).toEqual([]);
  });

  it('is narrowed to an outcome in the address', async () => {
    // given
    const server = fakeServer(answers);
    const { history } = await renderPage(<OperationsPage />, { path: '/operations?migration=m1' });
    // when
    fireEvent.click(await screen.findByRole('button', { name: 'refuzată' }));
    // then
    expect(history.at(-1)).toBe('/operations?migration=m1&outcome=refused');
    await waitFor(() =>
      expect(server.calls.at(-1)?.path).toBe('/process-instances/migrations/m1/results?outcome=refused'),
    );
  });
});
