import { act, fireEvent, screen, within } from '@testing-library/react';
import { findViolations, renderUi } from '../testing/render-ui.tsx';
import { useToast } from './toast-context.ts';

const undone: string[] = [];
let number = 0;

function Page() {
  const toast = useToast();
  return (
    <>
      <button
        type="button"
        onClick={() => {
          number += 1;
          const name = `Sarcina ${number}`;
          toast({ text: `${name} a trecut la Lungu Maria.`, undo: () => undone.push(name) });
        }}
      >
        Redistribuie
      </button>
      <button type="button" onClick={() => toast({ text: 'Exportul este gata.' })}>
        Exportă
      </button>
    </>
  );
}

const region = () => screen.getByRole('region', { name: 'Înștiințări' });
const notices = () => [...region().children].map((notice) => notice.firstChild?.textContent);
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('a notice', () => {
  beforeEach(() => {
    number = 0;
    undone.length = 0;
  });
  afterEach(() => jest.useRealTimers());

  it('is read aloud where it appears, without taking the focus', async () => {
    // given
    const { container } = await renderUi(<Page />);
    const button = screen.getByRole('button', { name: 'Exportă' });
    button.focus();
    // when
    press('Exportă');
    // then
    expect(region().getAttribute('aria-live')).toBe('polite');
    expect(notices()).toEqual(['Exportul este gata.']);
    expect(document.activeElement).toBe(button);
    expect(within(region()).queryByRole('button', { name: 'Anulează' })).toBeNull();
    expect(await findViolations(container)).toEqual([]);
  });

  it('takes back what was done, once', async () => {
    // given
    await renderUi(<Page />);
    press('Redistribuie');
    // when
    press('Anulează');
    // then
    expect(undone).toEqual(['Sarcina 1']);
    expect(notices()).toEqual([]);
  });

  it('can be dismissed without taking anything back', async () => {
    // given
    await renderUi(<Page />);
    press('Redistribuie');
    // when
    press('Închide');
    // then
    expect(notices()).toEqual([]);
    expect(undone).toEqual([]);
  });

  it('stays long enough to be read, and then goes by itself', async () => {
    // given
    await renderUi(<Page />);
    jest.useFakeTimers();
    press('Exportă');
    // when
    act(() => void jest.advanceTimersByTime(9_900));
    expect(notices()).toHaveLength(1);
    act(() => void jest.advanceTimersByTime(200));
    // then
    expect(notices()).toEqual([]);
  });

  it('stands among at most three, the newest last, each with its own way back', async () => {
    // given
    await renderUi(<Page />);
    // when
    for (let times = 0; times < 4; times += 1) press('Redistribuie');
    // then
    expect(notices()).toEqual([2, 3, 4].map((each) => `Sarcina ${each} a trecut la Lungu Maria.`));
    // when
    fireEvent.click(screen.getAllByRole('button', { name: 'Anulează' })[1]!);
    // then
    expect(undone).toEqual(['Sarcina 3']);
    expect(notices()).toHaveLength(2);
  });
});
