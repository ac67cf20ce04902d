import type { ProcessInstanceDetail } from '@esocial/contracts/generated/api-process-instances-detail.ts';
import type { WorkflowDetail } from '@esocial/contracts/generated/api-workflows-detail.ts';
import { fireEvent, screen, within } from '@testing-library/react';
import { buildIncident } from '../../testing/build-incident.ts';
import { buildSession } from '../../testing/build-session.ts';
import { fakeServer, problem } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { OperationsPage } from './OperationsPage.tsx';

const incident = buildIncident();

const instance: ProcessInstanceDetail = {
  id: 'instance-1',
  caseId: 'case-1',
  workflowKey: 'lending',
  workflowVersionId: 'version-1',
  processId: 'lending',
  status: 'active',
  startedAt: '2026-03-09T08:00:00Z',
  activeElements: ['Task_Notify'],
  takenFlows: [],
  completedElements: ['Task_First'],
  incidents: [incident],
  calledInstances: [{ id: 'instance-2', elementId: 'Call', processId: 'reminder', status: 'completed' }],
};

const workflow: WorkflowDetail = {
  ...{ key: 'lending', versionId: 'version-1', number: 1, title: 'Împrumut', startAction: 'Începe', startForm: 'loan' },
  legalBasis: [],
  bpmn: '<definitions/>',
  elementNames: { Task_First: 'Primul pas', Task_Notify: 'Înștiințează managerul' },
  stages: [{ key: 'one', title: 'Etapa întâi', elements: ['Task_First', 'Task_Notify'] }],
};

const open = (path: string) =>
  renderPage(<OperationsPage />, { path, session: buildSession({ actions: ['incident.read', 'incident.retry'] }) });

describe('the page of stopped processes', () => {
  it('says what stopped where, in words and without personal data', async () => {
    // given
    fakeServer({ 'GET /incidents': { items: [incident], nextCursor: null } });
    // when
    const { container } = await open('/operations');
    // then
    const row = (await screen.findByRole('link', { name: 'Înștiințează managerul' })).closest('tr');
    expect(row?.textContent).toContain('PC-2026-000123');
    expect(row?.textContent).toContain('Acțiunea automată a eșuat de mai multe ori');
    expect(await findViolations(container)).toEqual([]);
  });

  it('retries a step and says that it went on', async () => {
    // given
    const server = fakeServer({
      'GET /incidents': { items: [incident], nextCursor: null },
      'POST /incidents/incident-1/retries': { ...incident, resolvedAt: '2026-03-12T08:00:00Z' },
    });
    await open('/operations');
    // when
    server.answers['GET /incidents'] = { items: [], nextCursor: null };
    fireEvent.click(await screen.findByRole('button', { name: /Reia pasul „Înștiințează managerul”/ }));
    // then
    expect(await screen.findByText(/a fost reluat\. Dacă se oprește din nou/)).toBeDefined();
    expect(await screen.findByText('Niciun proces nu este oprit')).toBeDefined();
  });

  it('says when the step stopped again', async () => {
    // given
    const server = fakeServer({
      'GET /incidents': { items: [incident], nextCursor: null },
      'POST /incidents/incident-1/retries': { ...incident, resolvedAt: '2026-03-12T08:00:00Z' },
    });
    await open('/operations');
    // when
    const next = buildIncident({ id: 'incident-2', raisedAt: '2026-03-12T08:00:01Z' });
    server.answers['GET /incidents'] = { items: [next], nextCursor: null };
    fireEvent.click(await screen.findByRole('button', { name: /Reia pasul/ }));
    // then
    expect(await screen.findByText(/dar s-a oprit din nou/)).toBeDefined();
  });

  it('tells what the server refused', async () => {
    // given
    fakeServer({
      'GET /incidents': { items: [incident], nextCursor: null },
      'POST /incidents/incident-1/retries': problem(403, 'forbidden', { detail: 'nu' }),
    });
    await open('/operations');
    // when
    fireEvent.click(await screen.findByRole('button', { name: /Reia pasul/ }));
    // then
    expect((await screen.findByRole('alert')).textContent).toContain('Nu aveți acces');
  });

  it('lists what was resolved, and the address keeps it', async () => {
    // given
    const server = fakeServer({ 'GET /incidents': { items: [], nextCursor: null } });
    const { history } = await open('/operations');
    // when
    fireEvent.click(await screen.findByRole('button', { name: 'Rezolvate' }));
    // then
    expect(await screen.findByText('Niciun incident rezolvat')).toBeDefined();
    expect(history.at(-1)).toBe('/operations?state=resolved');
    expect(server.calls.at(-1)?.path).toBe('/incidents?state=resolved');
  });
});

describe('the page of a process instance', () => {
  it('says where it is, what holds it up and what it called', async () => {
    // given
    fakeServer({
      'GET /process-instances/instance-1': instance,
      'GET /workflows/lending': workflow,
    });
    // when
    await open('/operations?instance=instance-1');
    // then
    expect(await screen.findByRole('heading', { level: 1, name: 'Instanță: Împrumut' })).toBeDefined();
    const steps = screen.getByRole('table', { name: 'Pașii procedurii' });
    expect(within(steps).getByRole('row', { name: /Primul pas/ }).textContent).toContain('Parcurs');
    expect(within(steps).getByRole('row', { name: /Înștiințează managerul/ }).textContent).toContain('Oprit');
    expect(screen.getByRole('link', { name: 'reminder' }).getAttribute('href')).toBe('/operations?instance=instance-2');
    expect(document.title).toBe('Instanță: Împrumut, eSocial');
  });

  it('says so when there is none under the address', async () => {
    // given
    fakeServer({});
    // when
    await open('/operations?instance=nothing');
    // then
    expect((await screen.findByRole('alert')).textContent).toContain('Nu am găsit');
  });
});
