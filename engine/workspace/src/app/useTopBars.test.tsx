import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { SessionContext } from '../shared/session/SessionContext.ts';
import { buildSession } from '../testing/build-session.ts';
import { fakeServer } from '../testing/fake-server.ts';
import { useTopBars } from './useTopBars.ts';

describe('the bars on top of every page', () => {
  const bars = (engine: 'embedded' | 'zeebe') => {
    const session = buildSession();
    const value = { ...session, environment: { ...session.environment, engine } };
    const wrapper = ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={new QueryClient()}>
        <SessionContext value={value}>{children}</SessionContext>
      </QueryClientProvider>
    );
    return renderHook(() => useTopBars().map(({ key }) => key), { wrapper }).result;
  };

  it.each([
    ['away', ['engine', 'sandbox']],
    ['ready', ['sandbox']],
  ])('tell that the broker is %s', async (state, expected) => {
    // given
    const server = fakeServer({
      'GET /process-engine': { engine: 'zeebe', state, commandsWaiting: 0, partitions: [] },
    });

    // when
    const result = bars('zeebe');

    // then
    await waitFor(() => expect(server.calls).toHaveLength(1));
    await waitFor(() => expect(result.current).toEqual(expected));
  });

  it('ask nothing on the embedded engine', () => {
    const server = fakeServer({});
    expect(bars('embedded').current).toEqual(['sandbox']);
    expect(server.calls).toEqual([]);
  });
});
