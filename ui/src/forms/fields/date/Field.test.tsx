import { fireEvent, screen } from '@testing-library/react';
import { accessibilityFaults, renderField } from '../../testing/render-form.tsx';

const schema = { type: 'string', format: 'date', title: 'Data' } as const;

describe('the date field', () => {
  it('takes a date as people type it and shows it in full', async () => {
    // given
    const { value } = renderField(schema, { required: true });
    const input = screen.getByLabelText<HTMLInputElement>('Data');
    // when
    fireEvent.change(input, { target: { value: '1.3.2026' } });
    fireEvent.blur(input);
    // then
    expect(value()).toBe('2026-03-01');
    expect(input.value).toBe('01.03.2026');
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('keeps a day that does not exist', () => {
    // given
    const { value } = renderField(schema, { required: true });
    const input = screen.getByLabelText<HTMLInputElement>('Data');
    // when
    fireEvent.change(input, { target: { value: '31.02.2026' } });
    fireEvent.blur(input);
    // then
    expect(value()).toBe('31.02.2026');
    expect(input.value).toBe('31.02.2026');
  });

  it('takes a day from the calendar, which opens by a button with a name', () => {
    // given
    const { value } = renderField(schema, { required: true });
    expect(screen.getByRole('button', { name: 'Alege în calendar: Data' })).toBeTruthy();
    // when
    fireEvent.change(document.querySelector('input[type=date]')!, { target: { value: '2026-12-24' } });
    // then
    expect(value()).toBe('2026-12-24');
    expect(screen.getByLabelText<HTMLInputElement>('Data').value).toBe('24.12.2026');
  });
});
