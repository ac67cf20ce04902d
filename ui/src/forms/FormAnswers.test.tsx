import { render, screen } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { FormAnswers } from './FormAnswers.tsx';
import { accessibilityFaults, i18n } from './testing/render-form.tsx';
import { sampleEnvironment, sampleExpressions, sampleForm } from './testing/sample-form.ts';

const data = {
  applicant: { lastName: 'Popa', birthDate: '1990-03-01' },
  hasChildren: true,
  children: [{ name: 'Ana', allowance: 740 }],
  total: 740,
  region: '0110000',
};

describe('a record as it is read and printed', () => {
  it('shows every answer in words by section, and nothing that can be pressed', async () => {
    // when
    render(
      <I18nextProvider i18n={i18n}>
        <main>
          <h1>Cerere</h1>
          <FormAnswers form={sampleForm} expressions={sampleExpressions} data={data} env={sampleEnvironment} />
        </main>
      </I18nextProvider>,
    );
    // then
    expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual([
      'Solicitantul',
      'Familia',
      'Contacte',
    ]);
    expect(screen.getByText('01.03.1990')).toBeTruthy();
    expect(screen.getByText('sectorul Botanica')).toBeTruthy();
    expect(screen.getAllByText('740,00')).toHaveLength(2);
    expect(screen.getAllByText('necompletat').length).toBeGreaterThan(0);
    expect(screen.queryByRole('button')).toBeNull();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('leaves out what the answers hide', () => {
    // when
    render(
      <I18nextProvider i18n={i18n}>
        <FormAnswers
          form={sampleForm}
          expressions={sampleExpressions}
          data={{ hasChildren: false }}
          env={sampleEnvironment}
        />
      </I18nextProvider>,
    );
    // then
    expect(screen.queryByText('Copii')).toBeNull();
    expect(screen.getByText('Nu')).toBeTruthy();
  });
});
