import { fireEvent, screen } from '@testing-library/react';
import { accessibilityFaults, renderField } from '../../testing/render-form.tsx';
import { sampleEnvironment } from '../../testing/sample-form.ts';

const schema = {
  type: 'array',
  title: 'Localități',
  uniqueItems: true,
  items: { type: 'string', 'x-classifier': { key: 'cuatm' } },
};

describe('the multiple-classifier field', () => {
  it('adds items one by one, offers none twice, and takes them off', async () => {
    // given
    const { value } = renderField(schema, { required: true, env: sampleEnvironment, value: ['6400000'] });
    const input = () => screen.getByRole<HTMLInputElement>('combobox');
    // when
    fireEvent.change(input(), { target: { value: 'or' } });
    expect(screen.queryByRole('option', { name: 'Orhei' })).toBeNull();
    fireEvent.change(input(), { target: { value: 'cahul' } });
    fireEvent.click(screen.getByRole('option', { name: 'Cahul' }));
    // then
    expect(value()).toEqual(['6400000', '1700000']);
    expect(input().value).toBe('');
    expect(await accessibilityFaults()).toEqual([]);
    // and
    fireEvent.click(screen.getByRole('button', { name: 'Elimină: Orhei' }));
    expect(value()).toEqual(['1700000']);
  });
});
