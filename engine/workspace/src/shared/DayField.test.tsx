import { fireEvent, screen } from '@testing-library/react';
import { renderPage } from '../testing/render-page.tsx';
import { DayField } from './DayField.tsx';

async function open(value?: string) {
  const days: (string | undefined)[] = [];
  await renderPage(<DayField label="De la data" value={value} onChange={(day) => days.push(day)} />);
  return { days, input: screen.getByLabelText<HTMLInputElement>('De la data') };
}

describe('the day of a filter', () => {
  it('is shown as people write it', async () => {
    expect((await open('2026-03-12')).input.value).toBe('12.03.2026');
  });

  it('takes effect only once it is a day of the calendar', async () => {
    // given
    const { days, input } = await open();
    // when
    for (const text of ['31', '31.02.2026', '1.3.2026']) fireEvent.change(input, { target: { value: text } });
    // then
    expect(days).toEqual(['2026-03-01']);
  });

  it('is taken away by emptying the field', async () => {
    // given
    const { days, input } = await open('2026-03-12');
    // when
    fireEvent.change(input, { target: { value: '' } });
    // then
    expect(days).toEqual([undefined]);
  });
});
