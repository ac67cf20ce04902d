import { fireEvent, screen } from '@testing-library/react';
import { accessibilityFaults, renderField } from '../../testing/render-form.tsx';

describe('the date-time field', () => {
  it('is typed and shown on the clock of Chișinău and kept in UTC', async () => {
    // given
    const { value } = renderField({ type: 'string', format: 'date-time', title: 'Programarea' }, { required: true });
    const input = screen.getByLabelText<HTMLInputElement>('Programarea');
    // when
    fireEvent.change(input, { target: { value: '12.1.2026 9:30' } });
    fireEvent.blur(input);
    // then
    expect(value()).toBe('2026-01-12T07:30:00Z');
    expect(input.value).toBe('12.01.2026, 09:30');
    expect(await accessibilityFaults()).toEqual([]);
  });
});
