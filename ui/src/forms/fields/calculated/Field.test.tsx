import { compileForm } from '@esocial/form-core/compile-form.ts';
import { act, render, screen } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { FormProvider } from '../../runtime/FormProvider.tsx';
import { createFormStore } from '../../store/form-store.ts';
import { accessibilityFaults, i18n } from '../../testing/render-form.tsx';
import { sampleEnvironment, sampleExpressions, sampleForm } from '../../testing/sample-form.ts';
import { FieldAt } from '../FieldAt.tsx';

describe('the calculated field', () => {
  it('shows its value, what it is worked out from, and follows', async () => {
    // given
    const form = compileForm(sampleForm, sampleExpressions);
    const store = createFormStore({ form, validator: () => [], data: {}, env: sampleEnvironment });
    render(
      <I18nextProvider i18n={i18n}>
        <main>
          <FormProvider store={store} env={sampleEnvironment}>
            <FieldAt path="/total" />
          </FormProvider>
        </main>
      </I18nextProvider>,
    );
    const output = screen.getByLabelText('Total');
    expect(output.textContent).toBe('Încă nu se poate calcula');
    expect(screen.getByText('Se calculează automat din: Alocație.')).toBeTruthy();
    expect(await accessibilityFaults()).toEqual([]);
    // when
    act(() => {
      store.set('/hasChildren', true);
      store.set('/children', [{ allowance: 1250.5 }]);
    });
    // then
    expect(output.textContent).toBe('1.250,50 lei');
  });
});
