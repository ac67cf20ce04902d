import { createClassifierLookup } from '@esocial/form-core/classifier-lookup.ts';
import { fireEvent, screen } from '@testing-library/react';
import { accessibilityFaults, renderField } from '../../testing/render-form.tsx';
import { sampleEnvironment } from '../../testing/sample-form.ts';

const schema = { type: 'string', title: 'Localitatea', 'x-classifier': { key: 'cuatm' } };
const input = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Localitatea' });
const options = () => screen.getAllByRole('option').map((option) => option.textContent);

describe('the classifier field', () => {
  it('finds whatever the spelling, with the mouse or the keys alone', async () => {
    // given
    const { value } = renderField(schema, { required: true, env: sampleEnvironment });
    // when
    fireEvent.change(input(), { target: { value: 'hancesti' } });
    expect(options()).toEqual(['Hîncești']);
    expect(input().getAttribute('aria-expanded')).toBe('true');
    expect(await accessibilityFaults()).toEqual([]);
    fireEvent.keyDown(input(), { key: 'ArrowDown' });
    expect(input().getAttribute('aria-activedescendant')).toBe('field-field-option-0');
    fireEvent.keyDown(input(), { key: 'Enter' });
    // then
    expect(value()).toBe('5300000');
    expect(input().value).toBe('Hîncești');
    expect(input().getAttribute('aria-expanded')).toBe('false');
  });

  it('shows where an item stands in the tree', () => {
    // given
    renderField(schema, { required: true, env: sampleEnvironment });
    // when
    fireEvent.change(input(), { target: { value: 'bota' } });
    expect(options()).toEqual(['sectorul Botanicamun. Chișinău']);
    fireEvent.click(screen.getByRole('option'));
    // then
    expect(screen.getByText('mun. Chișinău')).toBeTruthy();
  });

  it('says when nothing matches, keeps it, and closes with Escape', () => {
    // given
    const { value } = renderField(schema, { required: true, env: sampleEnvironment });
    // when
    fireEvent.change(input(), { target: { value: 'Paris' } });
    expect(screen.getAllByText(/Nimic nu se potrivește/).length).toBeGreaterThan(0);
    fireEvent.keyDown(input(), { key: 'Escape' });
    // then
    expect(value()).toBe('Paris');
    expect(input().value).toBe('Paris');
  });

  it('shows the items of a short classifier all at once', async () => {
    // given
    const sex = createClassifierLookup([
      { code: 'f', ro: 'feminin' },
      { code: 'm', ro: 'masculin' },
    ]);
    const { value } = renderField(
      { type: 'string', title: 'Sex', 'x-classifier': { key: 'sex' } },
      { required: true, env: { classifier: () => sex } },
    );
    // when
    fireEvent.click(screen.getByLabelText('feminin'));
    // then
    expect(value()).toBe('f');
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('waits for a classifier that is not loaded', () => {
    renderField(schema, { required: true });
    expect(screen.getByPlaceholderText('Lista se încarcă…')).toBeTruthy();
  });
});
