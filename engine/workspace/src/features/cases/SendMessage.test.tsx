import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { buildCaseDetail } from '../../testing/build-case-detail.ts';
import { fakeServer, problem } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { SendMessage } from './SendMessage.tsx';

const permissions = { assignManager: false, addNote: true, correctRecord: false, sendMessage: true };
const messages = [{ name: 'visit-now', elementId: 'Visit', title: 'Vizită anticipată' }];
const detail = buildCaseDetail({ permissions, messages });

async function open(answer: object) {
  const server = fakeServer({ 'POST /cases/case-1/messages': answer });
  const page = await renderPage(<SendMessage detail={detail} />);
  fireEvent.click(screen.getByRole('button', { name: 'Anunță: Vizită anticipată' }));
  return { server, page, dialog: await screen.findByRole('dialog') };
}

describe('telling the procedure what it waits for', () => {
  it('asks first, then sends it once and says so', async () => {
    // given
    const { server, page, dialog } = await open({ id: 'm1' });
    expect(await findViolations(page.container)).toEqual([]);
    // when
    fireEvent.click(within(dialog).getByRole('button', { name: 'Transmite' }));
    // then
    expect(await screen.findByText(/Vizită anticipată: procedura a fost anunțată/)).toBeTruthy();
    const sent = server.calls.find((call) => call.method === 'POST');
    expect(sent?.body).toEqual({ name: 'visit-now' });
    expect(sent?.headers['idempotency-key']).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says why when the procedure no longer waits for it', async () => {
    // given
    const { dialog } = await open(problem(409, 'message_not_awaited', { detail: 'L-a trimis deja altcineva.' }));
    // when
    fireEvent.click(within(dialog).getByRole('button', { name: 'Transmite' }));
    // then
    await waitFor(() => expect(within(dialog).getByText('L-a trimis deja altcineva.')).toBeTruthy());
  });

  it('is one button for a message, however many steps wait for it', async () => {
    const again = { name: 'visit-now', elementId: 'Visit_2', title: 'Vizită' };
    await renderPage(<SendMessage detail={{ ...detail, messages: [...messages, again] }} />);
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Anunță: Vizită anticipată']);
  });

  it.each([
    ['those who may not', { permissions: { ...permissions, sendMessage: false } }],
    ['a closed case', { status: 'closed' as const }],
  ])('is not offered to %s', async (_who, changes) => {
    await renderPage(<SendMessage detail={{ ...detail, ...changes }} />);
    expect(screen.queryByRole('button', { name: /Vizită anticipată/ })).toBeNull();
  });
});
