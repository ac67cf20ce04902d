import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { fakeServer } from '../../testing/fake-server.ts';
import { useNextTask } from './useNextTask.ts';

const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
);

describe('the next task', () => {
  it('is asked for until the broker has decided', async () => {
    // given
    const ready = { state: 'ready', taskId: 'task-2', name: 'Plan' };
    let asked = 0;
    fakeServer({ 'GET /cases/case-1/next-task': () => ((asked += 1) < 2 ? { state: 'pending' } : ready) });

    // when
    const { result } = renderHook(() => useNextTask('case-1', { state: 'pending' }), { wrapper });

    // then
    expect(result.current).toEqual({ state: 'pending' });
    await waitFor(() => expect(result.current).toEqual(ready), { timeout: 4000 });
    expect(asked).toBe(2);
  });

  it('is not asked for when the reply has told it', () => {
    const server = fakeServer({});
    const { result } = renderHook(() => useNextTask('case-1', { state: 'none' }), { wrapper });
    expect(result.current).toEqual({ state: 'none' });
    expect(server.calls).toEqual([]);
  });
});
