import { fireEvent, screen } from '@testing-library/react';
import { accessibilityFaults, renderField } from '../../testing/render-form.tsx';

describe('the time field', () => {
  it('shows the time as it is understood', async () => {
    // given
    const { value } = renderField({ type: 'string', format: 'time', title: 'Ora' }, { required: true });
    const input = screen.getByLabelText<HTMLInputElement>('Ora');
    // when
    fireEvent.change(input, { target: { value: '930' } });
    fireEvent.blur(input);
    // then
    expect(value()).toBe('09:30');
    expect(input.value).toBe('09:30');
    expect(await accessibilityFaults()).toEqual([]);
  });
});
