import { fireEvent, screen } from '@testing-library/react';
import { accessibilityFaults, renderField } from '../../testing/render-form.tsx';

const few = {
  type: 'string',
  title: 'Starea',
  oneOf: [
    { const: 'good', title: 'Bună' },
    { const: 'bad', title: 'Rea' },
  ],
};
const many = { type: 'string', title: 'Luna', enum: Array.from({ length: 12 }, (_, index) => `l${index + 1}`) };

describe('the choice field', () => {
  it('has a few choices all in view', async () => {
    // given
    const { value } = renderField(few, { required: true });
    // when
    fireEvent.click(screen.getByLabelText('Rea'));
    // then
    expect(value()).toBe('bad');
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('has many in a list, of which none is chosen beforehand', async () => {
    // given
    const { value } = renderField(many, { required: true });
    const list = screen.getByLabelText<HTMLSelectElement>('Luna');
    expect(list.value).toBe('');
    expect(await accessibilityFaults()).toEqual([]);
    // when
    fireEvent.change(list, { target: { value: 'l3' } });
    // then
    expect(value()).toBe('l3');
    // and it can be taken back
    fireEvent.change(list, { target: { value: '' } });
    expect(value()).toBeUndefined();
  });
});
