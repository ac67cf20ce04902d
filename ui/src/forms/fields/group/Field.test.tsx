import { screen } from '@testing-library/react';
import { act } from 'react';
import { accessibilityFaults, renderField } from '../../testing/render-form.tsx';

const schema = {
  type: 'object',
  title: 'Adresa',
  description: 'Unde locuiește',
  properties: { street: { type: 'string', title: 'Strada' } },
};

describe('the group', () => {
  it('holds its fields under its title, with its own error', async () => {
    // given
    const { store } = renderField(schema, { required: true });
    // when
    act(() => store.showErrors([{ path: '/field', keyword: 'required', params: {} }]));
    // then
    const group = screen.getByRole('group', { name: 'Adresa' });
    expect(group.contains(screen.getByLabelText('Strada (opțional)'))).toBe(true);
    expect(screen.getByText('Completați grupul „Adresa”.')).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
  });
});

describe('the mark of special data', () => {
  it('stands at the group once, and at a field only where the field alone is special', () => {
    // when
    renderField(
      {
        type: 'object',
        title: 'Sănătatea',
        'x-class': 'special',
        properties: {
          a: { type: 'string', title: 'Diagnostic' },
          b: { type: 'string', title: 'Dosar', 'x-class': 'sealed' },
        },
      },
      { required: true },
    );
    // then
    expect(screen.getAllByText('date speciale')).toHaveLength(1);
    expect(screen.getAllByText('date sigilate')).toHaveLength(1);
  });
});
