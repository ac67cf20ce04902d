import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { announceSessionEnd } from '../../api/session-end.ts';
import { buildSession } from '../../testing/build-session.ts';
import { fakeServer, problem } from '../../testing/fake-server.ts';
import { findViolations } from '../../testing/find-violations.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { SessionGuard } from './SessionGuard.tsx';

const page = (
  <>
    <input aria-label="text" defaultValue="ce am scris" />
    <SessionGuard />
  </>
);

describe('the end of a session', () => {
  it('asks to sign in again and keeps what was typed', async () => {
    // given
    const server = fakeServer({ 'GET /session': problem(401, 'unauthenticated') });
    const rendered = await renderPage(page);
    // when
    act(() => announceSessionEnd());
    fireEvent.click(await screen.findByRole('button', { name: 'Am intrat, continuă' }));
    expect(await screen.findByText('Încă nu ați intrat în sistem.')).toBeTruthy();
    expect(await findViolations(rendered.container)).toEqual([]);
    server.answers['GET /session'] = buildSession();
    fireEvent.click(screen.getByRole('button', { name: 'Am intrat, continuă' }));
    // then
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByLabelText<HTMLInputElement>('text').value).toBe('ce am scris');
  });
});
