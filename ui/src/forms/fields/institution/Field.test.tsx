import { act, fireEvent, screen } from '@testing-library/react';
import { accessibilityFaults, renderField } from '../../testing/render-form.tsx';

const school = { institutionId: '0190c1de-0000-7000-8000-000000000002', name: 'Liceul „Ion Creangă”', detail: 'Orhei' };

describe('the institution field', () => {
  it('is found by typing and shown by its name', async () => {
    // given
    jest.useFakeTimers();
    const { value } = renderField(
      { type: 'object', title: 'Școala', 'x-institution': {} },
      { required: true, env: { searchInstitutions: async () => [school] } },
    );
    // when
    fireEvent.change(screen.getByRole('combobox', { name: 'Școala' }), { target: { value: 'liceul' } });
    await act(() => jest.advanceTimersByTimeAsync(300));
    fireEvent.click(screen.getByRole('option'));
    jest.useRealTimers();
    // then
    expect(value()).toEqual({ institutionId: school.institutionId, name: school.name });
    expect(screen.getByText(school.name)).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
  });
});
