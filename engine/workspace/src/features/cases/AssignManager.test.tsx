import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { buildCaseDetail } from '../../testing/build-case-detail.ts';
import { fakeServer, problem } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { AssignManager } from './AssignManager.tsx';

const colleague = (id: string, displayName: string) => ({
  ...{ id, displayName, position: 'Asistent social', team: null },
  institution: { id: 'o1', name: 'Agenția Orhei' },
});
const manager = { id: 'u1', displayName: 'Rusu Elena' };
const permissions = { assignManager: true, addNote: true, correctRecord: false, sendMessage: false };
const detail = buildCaseDetail({ manager, permissions });

async function open(answer: object) {
  const server = fakeServer({
    'GET /users': { items: [colleague('u1', 'Rusu Elena'), colleague('u2', 'Lungu Maria')], nextCursor: null },
    'PUT /cases/case-1/manager': answer,
  });
  const page = await renderPage(<AssignManager detail={detail} />);
  fireEvent.click(screen.getByRole('button', { name: 'Schimbă managerul de caz' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(await within(dialog).findByRole('radio', { name: /Lungu Maria/ }));
  return { server, page, dialog };
}

function assign(dialog: HTMLElement) {
  fireEvent.change(within(dialog).getByLabelText('Motivul'), { target: { value: 'concediu' } });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Desemnează' }));
}

describe('the manager of a case', () => {
  it('is changed to a colleague with a reason, from the version that was read', async () => {
    // given
    const { server, page, dialog } = await open({ ...detail, managerName: 'Lungu Maria' });
    expect(within(dialog).queryByRole('radio', { name: /Rusu Elena/ })).toBeNull();
    expect(await findViolations(page.container)).toEqual([]);
    // when
    assign(dialog);
    // then
    expect(await screen.findByText('Lungu Maria este managerul cazului.')).toBeTruthy();
    const sent = server.calls.find((call) => call.method === 'PUT');
    expect(sent?.body).toEqual({ userId: 'u2', reason: 'concediu' });
    expect(sent?.headers['if-match']).toBe('"3"');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('stays as it is when the server refuses, and says why', async () => {
    // given
    const { dialog } = await open(problem(422, 'user_not_eligible', { detail: 'Colegul lucrează în alt oficiu.' }));
    // when
    assign(dialog);
    // then
    await waitFor(() => expect(within(dialog).getByText('Colegul lucrează în alt oficiu.')).toBeTruthy());
    expect(within(dialog).getByLabelText<HTMLTextAreaElement>('Motivul').value).toBe('concediu');
  });

  it.each([
    ['those who may not', { permissions: { ...permissions, assignManager: false } }],
    ['a case that is closed', { status: 'closed' as const }],
  ])('is not offered to %s', async (_to, overrides) => {
    await renderPage(<AssignManager detail={buildCaseDetail({ permissions, ...overrides })} />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is assigned when there is none', async () => {
    const { managerName: _nobody, ...rest } = buildCaseDetail({ permissions });
    await renderPage(<AssignManager detail={rest} />);
    expect(screen.getByRole('button', { name: 'Desemnează managerul de caz' })).toBeTruthy();
  });
});
