import { fireEvent, screen } from '@testing-library/react';
import { act } from 'react';
import { accessibilityFaults, renderField } from '../../testing/render-form.tsx';

describe('the identifier field', () => {
  it('takes the spaces off a pasted IDNP', async () => {
    // given
    const { value } = renderField({ type: 'string', format: 'idnp', title: 'IDNP' }, { required: true });
    // when
    fireEvent.change(screen.getByLabelText('IDNP'), { target: { value: ' 2000 0000 00015 ' } });
    // then
    expect(value()).toBe('2000000000015');
    expect(await accessibilityFaults()).toEqual([]);
  });

  it.each([
    ['idnp', 'numeric'],
    ['idno', 'numeric'],
    ['cuatm', 'numeric'],
    ['phone', 'tel'],
    ['email', 'email'],
    ['uri', 'url'],
  ])('brings up the right keyboard for %s', (format, inputMode) => {
    renderField({ type: 'string', format, title: 'Cod' }, { required: true });
    expect(screen.getByLabelText('Cod').getAttribute('inputmode')).toBe(inputMode);
  });

  it('names the wrong value in its error', () => {
    // given
    const { store } = renderField(
      { type: 'string', format: 'phone', title: 'Telefon' },
      { required: true, value: '12' },
    );
    // when
    act(() => store.showErrors([{ path: '/field', keyword: 'format', params: { format: 'phone' } }]));
    // then
    expect(screen.getByText(/„12” nu este un număr de telefon/)).toBeTruthy();
  });
});
