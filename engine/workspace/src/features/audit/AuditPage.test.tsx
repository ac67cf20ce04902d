import type { AuditEventItem } from '@esocial/contracts/generated/api-audit-events-list.ts';
import { fireEvent, screen, within } from '@testing-library/react';
import { fakeServer, problem } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { AuditPage } from './AuditPage.tsx';

const event: AuditEventItem = {
  id: 7,
  at: '2026-03-10T08:00:00Z',
  actor: { id: 'user-1', displayName: 'Rusu Elena' },
  sessionId: 'session-1',
  verb: 'task.delegated',
  objectType: 'task',
  objectId: 'task-1',
  caseId: 'case-1',
  subjectIds: ['person-1'],
  fields: ['assignee'],
  legalBasis: null,
  reason: 'Concediu',
  traceId: 'trace-7',
};

const bySystem: AuditEventItem = {
  ...event,
  ...{ id: 6, actor: { id: 'system:timer', displayName: 'system:timer' }, verb: 'process.unheard-of', subjectIds: [] },
};

const start = (items: AuditEventItem[] = [event, bySystem], nextCursor: string | null = null) =>
  fakeServer({ 'GET /audit-events': { items, nextCursor } });

describe('the audit page', () => {
  it('says who did what in words, and leaves unknown codes readable', async () => {
    // given
    start();
    // when
    const { container } = await renderPage(<AuditPage />, { path: '/audit' });
    // then
    const row = (await screen.findByRole('rowheader', { name: 'Rusu Elena' })).closest('tr');
    expect(row?.textContent).toContain('a transmis o sarcină unui coleg');
    expect(row?.textContent).toContain('o persoană');
    expect(screen.getByRole('rowheader', { name: 'Sistemul (la timpul stabilit)' })).toBeDefined();
    expect(screen.getByText('process.unheard-of')).toBeDefined();
    expect(await findViolations(container)).toEqual([]);
  });

  it('unfolds an event, which the address keeps', async () => {
    // given
    start();
    const { history, container } = await renderPage(<AuditPage />, { path: '/audit' });
    // when
    fireEvent.click(await screen.findByRole('button', { name: /Detalii: a transmis/ }));
    // then
    expect(screen.getByText('Concediu')).toBeDefined();
    expect(screen.getByText(/Rusu Elena a transmis o sarcină unui coleg, 10\.03\.2026, 10:00/)).toBeDefined();
    expect(history.at(-1)).toBe('/audit?event=7');
    expect(await findViolations(container)).toEqual([]);
  });

  it('filters by action and period, in days of Chisinau', async () => {
    // given
    const server = start();
    const { history } = await renderPage(<AuditPage />, { path: '/audit?from=2026-03-01&to=2026-03-31' });
    // when
    fireEvent.change(await screen.findByLabelText('Acțiunea'), { target: { value: 'task.read' } });
    await screen.findByRole('rowheader', { name: 'Rusu Elena' });
    // then
    const asked = new URLSearchParams(server.calls.at(-1)?.path.split('?')[1]);
    expect(Object.fromEntries(asked)).toEqual({
      ...{ verb: 'task.read', limit: '50' },
      ...{ from: '2026-02-28T22:00:00.000Z', to: '2026-03-31T21:00:00.000Z' },
    });
    expect(history.at(-1)).toBe('/audit?from=2026-03-01&to=2026-03-31&verb=task.read');
  });

  it('narrows to one case from its event, and back', async () => {
    // given
    const server = start();
    await renderPage(<AuditPage />, { path: '/audit?event=7' });
    // when
    fireEvent.click(await screen.findByRole('button', { name: 'Arată doar acest caz' }));
    // then
    const chip = await screen.findByRole('button', { name: 'Renunță la filtrul: Un singur caz' });
    expect(server.calls.at(-1)?.path).toContain('case=case-1');
    // when
    fireEvent.click(chip);
    // then
    expect(screen.queryByRole('button', { name: /Un singur caz/ })).toBeNull();
  });

  it('shows the events of an employee chosen by name, whose id alone is in the address', async () => {
    // given
    const server = start();
    const institution = { id: 'o1', name: 'Orhei' };
    const user = { id: 'user-1', displayName: 'Rusu Elena', position: '', institution, team: null };
    server.answers['GET /users'] = { items: [user], nextCursor: null };
    const { history } = await renderPage(<AuditPage />, { path: '/audit' });
    // when
    fireEvent.click(await screen.findByRole('button', { name: 'Alege angajatul' }));
    const dialog = screen.getByRole('dialog');
    fireEvent.click(await within(dialog).findByRole('radio', { name: /Rusu Elena/ }));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Arată acțiunile' }));
    // then
    expect(await screen.findByRole('button', { name: 'Renunță la filtrul: Angajatul: Rusu Elena' })).toBeDefined();
    expect(history.at(-1)).toBe('/audit?actor=user-1');
  });

  it('goes on behind the last event when asked', async () => {
    // given
    const server = start([event], '7');
    await renderPage(<AuditPage />, { path: '/audit' });
    server.answers['GET /audit-events'] = { items: [bySystem], nextCursor: null };
    // when
    fireEvent.click(await screen.findByRole('button', { name: 'Arată mai multe' }));
    // then
    expect(await screen.findByRole('rowheader', { name: /Sistemul/ })).toBeDefined();
    expect(server.calls.at(-1)?.path).toBe('/audit-events?cursor=7&limit=50');
  });

  it('says so when nothing fits, and when it may not be seen', async () => {
    // given
    const server = start([]);
    const page = await renderPage(<AuditPage />, { path: '/audit?verb=task.read' });
    // then
    expect(await screen.findByText('Niciun eveniment nu corespunde filtrelor')).toBeDefined();
    page.unmount();
    // given
    server.answers['GET /audit-events'] = problem(403, 'forbidden');
    // when
    await renderPage(<AuditPage />, { path: '/audit' });
    // then
    expect((await screen.findByRole('alert')).textContent).toContain('Nu aveți acces');
  });
});
