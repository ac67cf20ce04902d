import { fireEvent, screen } from '@testing-library/react';
import { act } from 'react';
import { accessibilityFaults, renderField } from '../../testing/render-form.tsx';

const schema = {
  type: 'string',
  title: 'Nume',
  description: 'Ca în buletin',
  'x-legal-basis': { act: 'Legea 140/2013', article: 'art. 8' },
} as const;

describe('the text field', () => {
  it('is tied to its label and help, says what is optional and why it is asked', async () => {
    // when
    renderField(schema);
    // then
    const input = screen.getByLabelText('Nume (opțional)');
    expect(input.getAttribute('aria-describedby')).toBe('field-field-help');
    expect(screen.getByText('De ce mi se cere?')).toBeTruthy();
    expect(screen.getByText('Legea 140/2013, art. 8.')).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('keeps what is typed, and nothing when it is emptied', () => {
    // given
    const { value } = renderField(schema, { required: true });
    const input = screen.getByLabelText('Nume');
    // when
    fireEvent.change(input, { target: { value: 'Popa' } });
    // then
    expect(value()).toBe('Popa');
    // and
    fireEvent.change(input, { target: { value: '' } });
    expect(value()).toBeUndefined();
  });

  it('shows its error beside it until it is typed in again', async () => {
    // given
    const { store } = renderField(schema, { required: true });
    // when
    act(() => store.showErrors([{ path: '/field', keyword: 'required', params: {} }]));
    // then
    const input = screen.getByLabelText('Nume');
    expect(screen.getByText('Completați câmpul „Nume”.')).toBeTruthy();
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(input.getAttribute('aria-describedby')).toBe('field-field-help field-field-error');
    expect(await accessibilityFaults()).toEqual([]);
    // and
    fireEvent.change(input, { target: { value: 'P' } });
    expect(screen.queryByText('Completați câmpul „Nume”.')).toBeNull();
  });
});
