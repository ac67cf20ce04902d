import { fireEvent, screen } from '@testing-library/react';
import { accessibilityFaults, renderField } from '../../testing/render-form.tsx';

const schema = {
  type: 'array',
  title: 'Contacte',
  maxItems: 2,
  items: {
    type: 'object',
    title: 'Contact',
    required: ['name'],
    properties: { name: { type: 'string', title: 'Nume' } },
  },
};

describe('the repeated group', () => {
  it('adds numbered groups up to the most there may be, and the focus goes into the new one', async () => {
    // given
    const { value } = renderField(schema, { required: true });
    expect(screen.getByText('Nu este adăugat nimic.')).toBeTruthy();
    // when
    fireEvent.click(screen.getByRole('button', { name: /Adaugă un rând/ }));
    fireEvent.change(document.activeElement!, { target: { value: 'Ana' } });
    fireEvent.click(screen.getByRole('button', { name: /Adaugă un rând/ }));
    // then
    expect(value()).toEqual([{ name: 'Ana' }, {}]);
    expect(screen.getByRole('group', { name: 'Contact 2' }).contains(document.activeElement)).toBe(true);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /Adaugă un rând/ }).disabled).toBe(true);
    expect(screen.getByText('Sunt deja 2 rânduri, mai multe nu se pot adăuga.')).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('takes the last group out and brings it back', () => {
    // given
    const { value } = renderField(schema, { required: true, value: [{ name: 'Ana' }] });
    // when
    fireEvent.click(screen.getByRole('button', { name: /Șterge/ }));
    expect(value()).toBeUndefined();
    fireEvent.click(screen.getByRole('button', { name: 'Anulează ștergerea' }));
    // then
    expect(value()).toEqual([{ name: 'Ana' }]);
  });
});
