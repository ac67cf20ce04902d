import { act, fireEvent, screen } from '@testing-library/react';
import { accessibilityFaults, renderField } from '../../testing/render-form.tsx';

const schema = { type: 'object', title: 'Copilul', 'x-person': {} };
const ana = {
  personId: '0190c1de-0000-7000-8000-000000000001',
  lastName: 'Popa',
  firstName: 'Ana',
  birthDate: '2015-04-03',
  detail: 'Orhei',
};
const wait = (milliseconds: number) => act(() => jest.advanceTimersByTimeAsync(milliseconds));

describe('the person field', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('searches a moment after the last key, once, and takes the one chosen', async () => {
    // given
    const asked: string[] = [];
    const { value } = renderField(schema, {
      required: true,
      env: { searchPersons: async (text) => (asked.push(text), [ana]) },
    });
    const input = screen.getByRole('combobox', { name: 'Copilul' });
    // when
    for (const text of ['P', 'Po', 'Pop']) fireEvent.change(input, { target: { value: text } });
    await wait(300);
    // then
    expect(asked).toEqual(['Pop']);
    fireEvent.click(screen.getByRole('option', { name: /Popa Ana.*03\.04\.2015 · Orhei/ }));
    expect(value()).toEqual({ personId: ana.personId, lastName: 'Popa', firstName: 'Ana', birthDate: '2015-04-03' });
    expect(screen.getByText('Popa Ana')).toBeTruthy();
    jest.useRealTimers();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('offers to register somebody who is not found', async () => {
    // given
    const { value } = renderField(schema, {
      required: true,
      env: { searchPersons: async () => [], createPerson: async (typed) => ({ ...ana, lastName: typed }) },
    });
    // when
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'Rusu' } });
    await wait(300);
    expect(screen.getAllByText('Nimic nu s-a găsit.').length).toBeGreaterThan(0);
    fireEvent.click(screen.getByRole('button', { name: /Înregistrează o persoană nouă: „Rusu”/ }));
    await wait(0);
    // then
    expect(value()).toMatchObject({ lastName: 'Rusu' });
  });

  it('says that a search failed', async () => {
    // given
    renderField(schema, { required: true, env: { searchPersons: () => Promise.reject(new Error('offline')) } });
    // when
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'Rusu' } });
    await wait(300);
    // then
    expect(screen.getAllByText(/Căutarea nu a reușit/).length).toBeGreaterThan(0);
  });

  it('goes back to the search when the person is changed', () => {
    // given
    const { value } = renderField(schema, {
      required: true,
      value: { personId: ana.personId, lastName: 'Popa', firstName: 'Ana' },
    });
    // when
    fireEvent.click(screen.getByRole('button', { name: /Schimbă/ }));
    // then
    expect(value()).toBeUndefined();
    expect(document.activeElement).toBe(screen.getByRole('combobox'));
  });
});
