import { act, screen, waitFor } from '@testing-library/react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fakeServer, type FakeCall } from '../testing/fake-server.ts';
import { renderPage } from '../testing/render-page.tsx';
import { request } from '../api/request.ts';
import { useLiveEvent } from './LiveContext.ts';
import { LiveProvider } from './LiveProvider.tsx';
import { staleKeys } from './stale-keys.ts';
import { useOnline } from './useOnline.ts';

/** Stands in for the browser's stream of server-sent events, which jsdom lacks. */
class FakeStream {
  static last: FakeStream;
  closed = false;
  onmessage: ((message: { data: string }) => void) | undefined;
  onopen: (() => void) | undefined;
  onerror: (() => void) | undefined;
  readonly url: string;

  constructor(url: string) {
    this.url = url;
    FakeStream.last = this;
  }

  close() {
    this.closed = true;
  }
}

function Page() {
  const counters = useQuery({ queryKey: ['tasks', 'counters'], queryFn: () => request('/tasks/counters') });
  const list = useQuery({ queryKey: ['tasks', 'list'], queryFn: () => request('/tasks') });
  const [heard, setHeard] = useState<string[]>([]);
  useLiveEvent((event) => setHeard([...heard, event.type]));
  return (
    <>
      <p>{counters.isSuccess && list.isSuccess && 'încărcat'}</p>
      <output>{heard.join()}</output>
    </>
  );
}

async function open() {
  Object.defineProperty(globalThis, 'EventSource', { configurable: true, value: FakeStream });
  const server = fakeServer({ 'GET /tasks/counters': {}, 'GET /tasks': {} });
  const page = await renderPage(
    <LiveProvider>
      <Page />
    </LiveProvider>,
  );
  await screen.findByText('încărcat');
  return { ...page, server };
}

const say = (event: object | string) =>
  act(() => FakeStream.last.onmessage?.({ data: typeof event === 'string' ? event : JSON.stringify(event) }));
const asks = ({ calls }: { calls: FakeCall[] }, path: string) => calls.filter((call) => call.path === path).length;
const tasksChanged = { type: 'tasks.changed', taskIds: ['t1'], queueIds: [], assigneeIds: [], institutionIds: [] };

describe('the live connection', () => {
  it('renews the counters when tasks change, but never moves the rows being read', async () => {
    // given
    const { server } = await open();
    expect(FakeStream.last.url).toBe('/api/v1/events');
    // when
    say(tasksChanged);
    // then
    await waitFor(() => expect(asks(server, '/tasks/counters')).toBe(2));
    expect(asks(server, '/tasks')).toBe(1);
    expect(screen.getByRole('status').textContent).toBe('tasks.changed');
  });

  it('renews everything when the server cannot tell what changed', async () => {
    const { server } = await open();
    say({ type: 'resync' });
    await waitFor(() => expect(asks(server, '/tasks')).toBe(2));
  });

  it('passes over what it does not understand', async () => {
    // given
    const { server } = await open();
    // when
    say('{');
    say({ type: 'something.new' });
    // then
    expect(screen.getByRole('status').textContent).toBe('');
    expect(server.calls).toHaveLength(2);
  });

  it('asks for everything anew after a gap, and only then', async () => {
    // given
    const { server } = await open();
    act(() => FakeStream.last.onopen?.());
    expect(server.calls).toHaveLength(2);
    // when
    act(() => FakeStream.last.onerror?.());
    expect(server.calls).toHaveLength(2);
    act(() => FakeStream.last.onopen?.());
    // then
    await waitFor(() => expect(server.calls).toHaveLength(4));
  });

  it('ends with the page', async () => {
    const { unmount } = await open();
    unmount();
    expect(FakeStream.last.closed).toBe(true);
  });
});

describe('what an event makes stale', () => {
  it.each([
    [{ ...tasksChanged, caseId: 'c1' }, ['tasks/counters', 'supervision/summary', 'cases/c1']],
    [{ type: 'case.changed', caseId: 'c1' }, ['cases/c1', 'cases/list', 'persons/cases']],
    [{ type: 'notifications.changed' }, ['notifications']],
    [{ type: 'resync' }, ['tasks', 'cases', 'notifications', 'supervision']],
  ])('%p', (event, keys) => {
    expect(staleKeys(event as never).map((key) => key.join('/'))).toEqual(expect.arrayContaining(keys));
  });
});

describe('the connection of the browser', () => {
  function Online() {
    return <p>{useOnline() ? 'conectat' : 'fără conexiune'}</p>;
  }

  it('is followed as it goes and comes back', async () => {
    // given
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    await renderPage(<Online />);
    expect(screen.getByText('conectat')).toBeTruthy();
    // when
    online.mockReturnValue(false);
    act(() => void window.dispatchEvent(new Event('offline')));
    // then
    expect(screen.getByText('fără conexiune')).toBeTruthy();
    // when
    online.mockReturnValue(true);
    act(() => void window.dispatchEvent(new Event('online')));
    // then
    expect(screen.getByText('conectat')).toBeTruthy();
    online.mockRestore();
  });
});
