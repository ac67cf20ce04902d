import { fireEvent, screen, within } from '@testing-library/react';
import { act } from 'react';
import { accessibilityFaults, renderField } from '../../testing/render-form.tsx';

const schema = {
  type: 'array',
  title: 'Gospodăria',
  'x-table': true,
  items: {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string', title: 'Nume' }, age: { type: 'integer', title: 'Vârsta' } },
  },
};

describe('the table', () => {
  it('has one line a row, and every cell has the name of its column', async () => {
    // given
    renderField(schema, { required: true, value: [{ name: 'Ana', age: 9 }, { name: 'Ion' }] });
    // then
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows).toHaveLength(3);
    expect(within(rows[1]!).getByLabelText<HTMLInputElement>('Nume').value).toBe('Ana');
    expect(within(rows[2]!).getByLabelText<HTMLInputElement>('Vârsta (opțional)').value).toBe('');
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('shows the error of a cell in the cell', () => {
    // given
    const { store } = renderField(schema, { required: true, value: [{ name: 'Ana' }, {}] });
    // when
    act(() => store.showErrors([{ path: '/field/1/name', keyword: 'required', params: {} }]));
    // then
    const cell = screen.getAllByLabelText('Nume')[1]!.closest('td')!;
    expect(within(cell).getByText('Completați câmpul „Nume”.')).toBeTruthy();
  });

  it('takes a row out of the middle, the others keep theirs', () => {
    // given
    const { value } = renderField(schema, { required: true, value: [{ name: 'A' }, { name: 'B' }, { name: 'C' }] });
    // when
    fireEvent.click(screen.getByRole('button', { name: 'Șterge rândul 2' }));
    // then
    expect(value()).toEqual([{ name: 'A' }, { name: 'C' }]);
    expect(screen.getAllByLabelText<HTMLInputElement>('Nume').map((input) => input.value)).toEqual(['A', 'C']);
    expect(screen.getByRole('status').textContent).toContain('Rândul 2 a fost șters.');
  });
});
