import { fireEvent, screen } from '@testing-library/react';
import { accessibilityFaults, renderField } from '../../testing/render-form.tsx';

describe('the yes-no field', () => {
  it('has neither chosen at first and takes both', async () => {
    // given
    const { value } = renderField({ type: 'boolean', title: 'Are copii?' }, { required: true });
    expect(value()).toBeUndefined();
    expect(await accessibilityFaults()).toEqual([]);
    // when
    fireEvent.click(screen.getByLabelText('Nu'));
    // then
    expect(value()).toBe(false);
    expect(screen.queryByText(/Anulează alegerea/)).toBeNull();
  });

  it('can be taken back where it is optional', () => {
    // given
    const { value } = renderField({ type: 'boolean', title: 'Are copii?' }, { value: true });
    // when
    fireEvent.click(screen.getByText(/Anulează alegerea/));
    // then
    expect(value()).toBeUndefined();
  });
});
