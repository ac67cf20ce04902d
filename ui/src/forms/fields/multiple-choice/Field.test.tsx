import { fireEvent, screen } from '@testing-library/react';
import { accessibilityFaults, renderField } from '../../testing/render-form.tsx';

const schema = {
  type: 'array',
  title: 'Riscuri',
  uniqueItems: true,
  items: {
    type: 'string',
    oneOf: [
      { const: 'a', title: 'Neglijare' },
      { const: 'b', title: 'Violență' },
    ],
  },
};

describe('the multiple-choice field', () => {
  it('keeps the order of the form, and nothing when all are taken back', async () => {
    // given
    const { value } = renderField(schema, { required: true });
    // when
    fireEvent.click(screen.getByLabelText('Violență'));
    fireEvent.click(screen.getByLabelText('Neglijare'));
    // then
    expect(value()).toEqual(['a', 'b']);
    expect(await accessibilityFaults()).toEqual([]);
    // and
    fireEvent.click(screen.getByLabelText('Violență'));
    fireEvent.click(screen.getByLabelText('Neglijare'));
    expect(value()).toBeUndefined();
  });
});
