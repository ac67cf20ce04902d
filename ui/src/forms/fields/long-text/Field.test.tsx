import { fireEvent, screen } from '@testing-library/react';
import { accessibilityFaults, renderField } from '../../testing/render-form.tsx';

const schema = { type: 'string', title: 'Descrierea', maxLength: 600 } as const;

describe('the long text field', () => {
  it('takes several lines', async () => {
    // given
    const { value } = renderField(schema, { required: true });
    // when
    fireEvent.change(screen.getByLabelText('Descrierea'), { target: { value: 'unu\ndoi' } });
    // then
    expect(value()).toBe('unu\ndoi');
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('says near the limit how many characters are left, and beyond it how many are too many', () => {
    // given
    renderField(schema, { required: true, value: 'a'.repeat(580) });
    expect(screen.getByText('Mai puteți scrie 20 de caractere.')).toBeTruthy();
    // when
    fireEvent.change(screen.getByLabelText('Descrierea'), { target: { value: 'a'.repeat(602) } });
    // then
    expect(screen.getByText('Textul este prea lung cu 2 caractere.')).toBeTruthy();
  });
});
