import { act, screen } from '@testing-library/react';
import { renderUi } from '../testing/render-ui.tsx';
import { DeadlineText } from './DeadlineText.tsx';
import { PersonAge } from './PersonAge.tsx';
import { RelativeTime } from './RelativeTime.tsx';

// Thursday, noon in Chisinau.
const now = new Date('2026-03-12T10:00:00Z');

async function draw(part: React.ReactNode) {
  jest.useFakeTimers({ now, doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
  await renderUi(part);
}

const text = () => document.querySelector('time')?.textContent;

describe('when something is due', () => {
  afterEach(() => jest.useRealTimers());

  it.each([
    ['2026-03-12T15:00:00Z', 'astăzi, 17:00'],
    ['2026-03-12T10:30:00Z', 'peste 30 de minute, 12:30'],
    ['2026-03-13T15:00:00Z', 'mâine, 17:00'],
    ['2026-03-11T15:00:00Z', 'ieri, 17:00'],
    ['2026-03-20T15:00:00Z', '20.03.2026, peste 8 zile'],
    ['2026-02-10T15:00:00Z', '10.02.2026, acum 30 de zile'],
    ['2026-03-12T22:30:00Z', 'mâine, 00:30'],
  ])('%s reads “%s”', async (dueAt, words) => {
    await draw(<DeadlineText dueAt={dueAt} />);
    expect(text()).toBe(words);
  });

  it.each([
    [{ amount: 6, unit: 'hours' }, 'mâine, 17:00, mai sunt 6 ore'],
    [{ amount: 1, unit: 'workingDays' }, 'mâine, 17:00, mai este o zi lucrătoare'],
    [{ amount: 2.9, unit: 'calendarDays' }, 'mâine, 17:00, mai sunt 2 zile'],
    [{ amount: 21, unit: 'hours' }, 'mâine, 17:00, mai sunt 21 de ore'],
    [{ amount: 0.4, unit: 'hours' }, 'mâine, 17:00'],
  ] as const)('says how much of it is left: %p', async (remaining, words) => {
    await draw(<DeadlineText dueAt="2026-03-13T15:00:00Z" remaining={remaining} />);
    expect(text()).toBe(words);
  });

  it('says by how much it is over', async () => {
    await draw(<DeadlineText dueAt="2026-03-11T15:00:00Z" remaining={{ amount: -3, unit: 'workingDays' }} />);
    expect(text()).toBe('ieri, 17:00, depășit cu 3 zile lucrătoare');
  });

  it('keeps the exact instant within reach', async () => {
    await draw(<DeadlineText dueAt="2026-03-20T15:00:00Z" />);
    expect(document.querySelector('time')?.title).toBe('vineri, 20.03.2026, 17:00');
    expect(document.querySelector('time')?.dateTime).toBe('2026-03-20T15:00:00Z');
  });

  it('moves on while it is looked at', async () => {
    // given
    await draw(<DeadlineText dueAt="2026-03-12T10:30:00Z" />);
    // when
    act(() => void jest.advanceTimersByTime(10 * 60_000));
    // then
    expect(text()).toBe('peste 20 de minute, 12:30');
  });
});

describe('how long ago something was', () => {
  afterEach(() => jest.useRealTimers());

  it.each([
    ['2026-03-12T10:00:10Z', 'acum'],
    ['2026-03-12T09:59:00Z', 'acum un minut'],
    ['2026-03-12T05:00:00Z', 'astăzi'],
    ['2026-03-09T10:00:00Z', 'acum 3 zile'],
  ])('%s reads “%s”', async (at, words) => {
    await draw(<RelativeTime at={at} />);
    expect(text()).toBe(words);
  });
});

describe('an age', () => {
  it.each([
    [0, 'sub un an'],
    [1, 'un an'],
    [10, '10 ani'],
    [42, '42 de ani'],
  ])('of %i years reads “%s”', async (age, words) => {
    await renderUi(<PersonAge age={age} />);
    expect(screen.getByText(words)).toBeTruthy();
  });
});
