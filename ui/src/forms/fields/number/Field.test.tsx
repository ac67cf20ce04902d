import { fireEvent, screen } from '@testing-library/react';
import { accessibilityFaults, renderField } from '../../testing/render-form.tsx';

describe('the number field', () => {
  it('keeps what is typed while it is typed, and shows the amount as it is understood afterwards', async () => {
    // given
    const { value } = renderField({ type: 'number', format: 'money', title: 'Venit' }, { required: true });
    const input = screen.getByLabelText<HTMLInputElement>('Venit');
    // when
    fireEvent.change(input, { target: { value: '1 234,5' } });
    // then
    expect(input.value).toBe('1 234,5');
    expect(value()).toBe(1234.5);
    // and
    fireEvent.blur(input);
    expect(input.value).toBe('1234,50');
    expect(screen.getByText('lei')).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('keeps what is no number, so that it can be corrected', () => {
    // given
    const { value } = renderField({ type: 'integer', title: 'Copii' }, { required: true });
    // when
    fireEvent.change(screen.getByLabelText('Copii'), { target: { value: 'doi' } });
    fireEvent.blur(screen.getByLabelText('Copii'));
    // then
    expect(value()).toBe('doi');
    expect(screen.getByLabelText<HTMLInputElement>('Copii').value).toBe('doi');
  });
});
