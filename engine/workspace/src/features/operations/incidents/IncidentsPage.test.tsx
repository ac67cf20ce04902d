import { fireEvent, screen } from '@testing-library/react';
import { buildIncident } from '../../../testing/build-incident.ts';
import { buildSession } from '../../../testing/build-session.ts';
import { fakeServer, problem } from '../../../testing/fake-server.ts';
import { findViolations } from '../../../testing/find-violations.ts';
import { renderPage } from '../../../testing/render-page.tsx';
import { OperationsPage } from '../OperationsPage.tsx';

const incident = buildIncident();

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

  it('retries those that were ticked and says how many went on', async () => {
    // given
    const second = buildIncident({ id: 'incident-2', instanceId: 'instance-2' });
    const server = fakeServer({
      'GET /incidents': { items: [incident, second], nextCursor: null },
      'POST /incidents/retries': {
        items: [
          { incidentId: 'incident-1', outcome: 'retried' },
          { incidentId: 'incident-2', outcome: 'refused', code: 'instance_suspended' },
        ],
      },
    });
    const { container } = await open('/operations');
    // when
    fireEvent.click(await screen.findByLabelText('Alege toate cele 2 incidente'));
    expect(await findViolations(container)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Reia pașii aleși' }));
    // then
    expect(await screen.findByText(/^Un pas a fost reluat, unul nu a putut fi reluat\./)).toBeDefined();
    const sent = server.calls.find((call) => call.method === 'POST');
    expect(sent?.body).toEqual({ incidentIds: ['incident-1', 'incident-2'] });
    expect(sent?.headers['idempotency-key']).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Incidentele alese' })).toBeNull();
  });

  it('says how many of those that were ticked stopped again', async () => {
    // given
    const second = buildIncident({ id: 'incident-2', instanceId: 'instance-2' });
    const server = fakeServer({
      'GET /incidents': { items: [incident, second], nextCursor: null },
      'POST /incidents/retries': {
        items: ['incident-1', 'incident-2'].map((incidentId) => ({ incidentId, outcome: 'retried' })),
      },
    });
    await open('/operations');
    // when
    fireEvent.click(await screen.findByLabelText('Alege toate cele 2 incidente'));
    const next = buildIncident({ id: 'incident-3', raisedAt: '2026-03-12T08:00:01Z' });
    server.answers['GET /incidents'] = { items: [next], nextCursor: null };
    fireEvent.click(screen.getByRole('button', { name: 'Reia pașii aleși' }));
    // then
    expect(await screen.findByText(/^2 pași au fost reluați, unul s-a oprit din nou\./)).toBeDefined();
  });

  it('does not offer to retry to those who may only look', async () => {
    // given
    fakeServer({ 'GET /incidents': { items: [incident, buildIncident({ id: 'incident-2' })], nextCursor: null } });
    // when
    await renderPage(<OperationsPage />, {
      path: '/operations',
      session: buildSession({ actions: ['incident.read'] }),
    });
    // then
    expect((await screen.findAllByRole('row')).length).toBe(3);
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByRole('button', { name: /Reia/ })).toBeNull();
  });
});
