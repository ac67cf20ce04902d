import { fireEvent, screen } from '@testing-library/react';
import { Route } from 'wouter';
import { buildVersion } from '../../testing/build-version.ts';
import { fakeServer } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { DefinitionPage } from './DefinitionPage.tsx';

async function open(kind: string, content: Record<string, unknown> | undefined, answers: Record<string, object> = {}) {
  const version = buildVersion(content ? { content } : {});
  const definition = { kind, key: 'sample', title: 'Denumirea', items: [version], nextCursor: null };
  const server = fakeServer({ [`GET /definitions/${kind}/sample`]: definition, ...answers });
  const page = await renderPage(
    <Route path="/definitions/:kind/:key">
      <DefinitionPage />
    </Route>,
    { path: `/definitions/${kind}/sample` },
  );
  await screen.findByRole('heading', { level: 1, name: 'Denumirea' });
  return { ...page, server };
}

const title = { ro: 'Titlul' };

describe('the page of a definition', () => {
  it('shows version, legal basis and all versions', async () => {
    // when
    const { container } = await open('retention', { key: 'sample', title, workflows: ['lending'], years: 5 });
    // then
    expect(screen.getByText('Legea nr. 140/2013, art. 8')).toBeDefined();
    expect(screen.getByText('De confirmat juridic')).toBeDefined();
    expect(screen.getByText('5 ani')).toBeDefined();
    expect(screen.getByRole('link', { name: 'Versiunea 1' }).getAttribute('href')).toBe(
      '/definitions/retention/sample?version=version-1',
    );
    expect(await findViolations(container)).toEqual([]);
  });

  it('says the values of a parameter with their act, newest first', async () => {
    // given
    const value = (validFrom: string, amount: number) => ({
      ...{ validFrom, value: amount, act: `Actul din ${validFrom}`, needsLegalConfirmation: false },
    });
    // when
    await open('parameter', {
      key: 'sample',
      unit: 'weeks',
      title,
      values: [value('2020-01-01', 21), value('2026-01-01', 1)],
    });
    // then
    expect(screen.getAllByText(/săptămân/).map((cell) => cell.textContent)).toEqual(['o săptămână', '21 de săptămâni']);
  });

  it('says a deadline rule in words', async () => {
    // when
    await open('deadline-rule', {
      ...{ key: 'sample', title, amount: { parameter: 'days-to-return' }, unit: 'workingDays', calendar: 'md' },
      ...{ atRisk: { remaining: 1 }, ladder: [{ at: 'breached', notify: ['assignee', 'supervisor'] }], legalBasis: [] },
    });
    // then
    expect(screen.getByRole('link', { name: 'după parametrul days-to-return' })).toBeDefined();
    expect(screen.getByText('când mai rămân cel mult o zi lucrătoare')).toBeDefined();
    expect(screen.getByText('cel care are sarcina și supervizorul')).toBeDefined();
  });

  it('says a calendar with its holidays', async () => {
    // when
    await open('calendar', {
      ...{
        key: 'md',
        title,
        timeZone: 'Europe/Chisinau',
        workingHours: { from: '08:00', to: '17:00' },
        workingDays: [1, 2],
      },
      ...{ holidays: [{ date: '2026-08-27', name: { ro: 'Ziua Independenței' } }], extraWorkingDays: [] },
    });
    // then
    expect(screen.getByText('luni și marți')).toBeDefined();
    expect(screen.getByRole('row', { name: /27\.08\.2026 joi Ziua Independenței/ })).toBeDefined();
  });

  it('says what a role may do', async () => {
    // when
    await open('role', {
      ...{ key: 'clerk', title, home: 'worklist' },
      permissions: [{ action: 'task.read', relation: 'team', classes: ['public', 'personal'] }],
    });
    // then
    expect(screen.getByRole('row', { name: 'citește sarcinile echipa sa publice și personale' })).toBeDefined();
  });

  it('lists the offices of the organisation with what they belong to', async () => {
    // given
    const office = (key: string, parent: string | null) => ({
      ...{ key, parent, idno: null, name: `Oficiul ${key}`, kind: 'agency', territory: null, teams: [] },
    });
    // when
    await open('organisation', { institutions: [office('a', null), office('b', 'a')] });
    // then
    expect(screen.getByRole('row', { name: 'Oficiul b Oficiul a' })).toBeDefined();
  });

  it('finds items of a classifier', async () => {
    // given
    const { server } = await open(
      'classifier',
      { key: 'sample', title, category: 'internal', hierarchical: false, attributes: [] },
      { 'GET /classifiers/sample/items': { items: [{ code: 'A1', ro: 'Prima poziție' }], nextCursor: null } },
    );
    expect(await screen.findByText('Prima poziție')).toBeDefined();
    // when
    server.answers['GET /classifiers/sample/items'] = { items: [], nextCursor: null };
    fireEvent.change(screen.getByLabelText('Caută după cod sau denumire'), { target: { value: 'zzz' } });
    // then
    expect(await screen.findByText('Nicio poziție nu corespunde căutării')).toBeDefined();
    expect(server.calls.at(-1)?.path).toBe('/classifiers/sample/items?version=version-1&q=zzz&limit=50');
  });

  it('shows the stages of a procedure', async () => {
    // when
    await open('workflow', undefined, {
      'GET /workflows/sample': {
        ...{ key: 'sample', versionId: 'version-1', number: 1, title: 'T', startAction: 'Deschide', startForm: 'loan' },
        ...{ legalBasis: [], bpmn: '<definitions/>', elementNames: { Task_A: 'Pasul întâi' } },
        stages: [{ key: 'one', title: 'Etapa întâi', elements: ['Task_A'] }],
      },
    });
    // then
    expect(await screen.findByRole('row', { name: 'Etapa întâi Pasul întâi' })).toBeDefined();
  });
});
