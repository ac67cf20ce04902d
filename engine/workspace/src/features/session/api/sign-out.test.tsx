import { focusManager } from '@tanstack/react-query';
import { fakeServer, problem } from '../../../testing/fake-server.ts';
import { signOut } from './sign-out.ts';

describe('signing out', () => {
  afterEach(() => focusManager.setFocused(undefined));

  it('stops what the page asks again and again before the session ends', async () => {
    // given
    let wasAsking: boolean | undefined;
    fakeServer({
      'DELETE /session': () => {
        wasAsking = focusManager.isFocused();
        return problem(503, 'unavailable');
      },
    });

    // when
    const refused = signOut();

    // then
    await expect(refused).rejects.toThrow();
    expect(wasAsking).toBe(false);
    expect(focusManager.isFocused()).toBe(true);
  });
});
