import { act, fireEvent, render, screen } from '@testing-library/react';
import { createI18n } from '../i18n/create-i18n.ts';
import { DataState } from './DataState.tsx';

const show = (query: { data: string[] | undefined; error: unknown; refetch: () => unknown }) =>
  render(
    <DataState query={query} isEmpty={(list) => list.length === 0} empty={<p>nimic</p>}>
      {(list) => <p>{list.join()}</p>}
    </DataState>,
  );

describe('the states of a view', () => {
  beforeAll(() => createI18n('ro', async () => ({ ui: (await import('../i18n/texts/ro.json')).default })));

  it('show nothing for an instant, then a skeleton', () => {
    // given
    jest.useFakeTimers();
    const { container } = show({ data: undefined, error: null, refetch: () => undefined });
    // then
    expect(container.querySelector('.es-skeleton')).toBeNull();
    act(() => void jest.advanceTimersByTime(301));
    expect(container.querySelectorAll('.es-skeleton-row').length).toBeGreaterThan(0);
    jest.useRealTimers();
  });

  it('say what failed and try again', () => {
    // given
    let tries = 0;
    show({ data: undefined, error: new TypeError('Failed to fetch'), refetch: () => (tries += 1) });
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Încearcă din nou' }));
    // then
    expect(screen.getByRole('alert').textContent).toContain('Nu există legătură cu serverul');
    expect(tries).toBe(1);
  });

  it('say what will be here when it is empty, and show what there is', () => {
    show({ data: [], error: null, refetch: () => undefined });
    expect(screen.getByText('nimic')).toBeTruthy();
    show({ data: ['a', 'b'], error: null, refetch: () => undefined });
    expect(screen.getByText('a,b')).toBeTruthy();
  });
});
