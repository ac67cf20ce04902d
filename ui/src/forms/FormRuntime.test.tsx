import type { FieldError } from '@esocial/contracts/generated/field-error.ts';
import type { RawError } from '@esocial/form-core/form-validator.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { createRef } from 'react';
import { I18nextProvider } from 'react-i18next';
import { FormRuntime } from './FormRuntime.tsx';
import type { FormChanges, FormHandle, FormRuntimeProps } from './runtime-types.ts';
import { accessibilityFaults, i18n } from './testing/render-form.tsx';
import { sampleEnvironment, sampleExpressions, sampleForm } from './testing/sample-form.ts';

const rawRequired = (instancePath: string, missingProperty: string): RawError => ({
  instancePath,
  schemaPath: '',
  keyword: 'required',
  params: { missingProperty },
});

/** Stands in for the form's own module: names and birth dates are required, a birth date is a date. */
function validator(data: unknown): RawError[] {
  const { applicant = {}, hasChildren } = data as { applicant?: JsonObject; hasChildren?: boolean };
  const errors = (['lastName', 'birthDate'] as const)
    .filter((name) => applicant[name] === undefined)
    .map((name) => rawRequired('/applicant', name));
  if (hasChildren === undefined) errors.push(rawRequired('', 'hasChildren'));
  if (typeof applicant.birthDate === 'string' && !/^\d{4}-/.test(applicant.birthDate)) {
    errors.push({
      instancePath: '/applicant/birthDate',
      schemaPath: '',
      keyword: 'format',
      params: { format: 'date' },
    });
  }
  return errors;
}

function renderForm(props: Partial<FormRuntimeProps> = {}) {
  const changes: FormChanges[] = [];
  const submitted: JsonObject[] = [];
  const element = (more: Partial<FormRuntimeProps> = {}) => (
    <I18nextProvider i18n={i18n}>
      <main>
        <FormRuntime
          form={sampleForm}
          expressions={sampleExpressions}
          validator={validator}
          data={{}}
          env={sampleEnvironment}
          primaryAction="Înregistrează cererea"
          onChange={(change) => changes.push(change)}
          onSubmit={(data) => submitted.push(data)}
          {...props}
          {...more}
        />
      </main>
    </I18nextProvider>
  );
  const { rerender } = render(element());
  return { changes, submitted, rerender: (more: Partial<FormRuntimeProps>) => rerender(element(more)) };
}

const type = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const summary = () =>
  within(screen.getByRole('alert'))
    .getAllByRole('link')
    .map((link) => link.textContent);

describe('FormRuntime', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(async () => {
    jest.useRealTimers();
    await act(() => i18n.changeLanguage('ro'));
  });

  it('shows only the section in view, and where it stands', async () => {
    // when
    renderForm();
    // then
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Solicitantul');
    expect(screen.getByText('Secțiunea 1 din 3')).toBeTruthy();
    expect(screen.queryByText('Are copii?')).toBeNull();
    jest.useRealTimers();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('keeps somebody in a section with errors, names each in the summary and leads to its field', () => {
    // given
    renderForm();
    type('Data nașterii', '31.02.2020');
    // when
    press('Continuă');
    // then
    const alert = screen.getByRole('alert');
    expect(document.activeElement).toBe(alert);
    expect(summary()).toEqual([
      'Completați câmpul „Nume”.',
      '„31.02.2020” nu este o dată din calendar. Scrieți la „Data nașterii” ziua, luna și anul, de exemplu 12.03.2026.',
    ]);
    // and
    fireEvent.click(screen.getByRole('link', { name: /Nume/ }));
    expect(document.activeElement).toBe(screen.getByLabelText('Nume'));
  });

  it('goes on to the check page, lets an answer be changed, and sends what passed the check', () => {
    // given
    const { submitted } = renderForm({ section: undefined });
    type('Nume', 'Popa');
    type('Data nașterii', '1.3.1990');
    press('Continuă');
    fireEvent.click(screen.getByLabelText('Nu'));
    press('Continuă');
    press('Continuă');
    // then
    expect(screen.getAllByRole('heading', { level: 2 })[0]?.textContent).toBe('Verificați răspunsurile');
    expect(screen.getByText('01.03.1990')).toBeTruthy();
    // when
    press(/Modifică.*Nume/);
    expect(document.activeElement).toBe(screen.getByLabelText('Nume'));
    type('Nume', 'Rusu');
    press(/Verificați răspunsurile/);
    press('Înregistrează cererea');
    // then
    expect(submitted).toEqual([{ applicant: { lastName: 'Rusu', birthDate: '1990-03-01' }, hasChildren: false }]);
  });

  it('does not send what has errors in any section', () => {
    // given
    const { submitted } = renderForm({ section: 'check' });
    // when
    press('Înregistrează cererea');
    // then
    expect(submitted).toEqual([]);
    expect(summary()).toHaveLength(3);
    expect(screen.getAllByText('de corectat')).toHaveLength(2);
  });

  it('hands changes over within two seconds, by top-level property', () => {
    // given
    const { changes } = renderForm();
    // when
    type('Nume', 'P');
    act(() => jest.advanceTimersByTime(900));
    type('Nume', 'Po');
    act(() => jest.advanceTimersByTime(900));
    type('Nume', 'Pop');
    expect(changes).toEqual([]);
    act(() => jest.advanceTimersByTime(300));
    // then
    expect(changes).toEqual([{ '/applicant': { lastName: 'Pop' } }]);
  });

  it('calculates over the rows, and brings a removed row back', async () => {
    // given
    renderForm({ section: 'family' });
    fireEvent.click(screen.getByLabelText('Da'));
    press(/Adaugă un rând/);
    expect(document.activeElement).toBe(screen.getByLabelText(/^Prenume/));
    type(/^Alocație/, '100,50');
    press(/Adaugă un rând/);
    fireEvent.change(screen.getAllByLabelText(/^Alocație/)[1]!, { target: { value: '2' } });
    // then
    expect(screen.getByLabelText('Total').textContent).toBe('102,50 lei');
    // when
    press('Șterge rândul 1');
    // then
    expect(screen.getByLabelText('Total').textContent).toBe('2,00 lei');
    expect(screen.getByText(/Rândul 1 a fost șters/)).toBeTruthy();
    // and
    press('Anulează ștergerea');
    expect(screen.getByLabelText('Total').textContent).toBe('102,50 lei');
    jest.useRealTimers();
    expect(await accessibilityFaults()).toEqual([]);
  });

  it('keeps everything typed when the language changes, also what is not valid', async () => {
    // given
    renderForm();
    type('Nume', 'Popa');
    type('Data nașterii', 'mâine');
    press('Continuă');
    // when
    await act(() => i18n.changeLanguage('ru'));
    // then
    expect(screen.getByRole('heading', { level: 2, name: 'Заявитель' })).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Фамилия').value).toBe('Popa');
    expect(screen.getByLabelText<HTMLInputElement>('Дата рождения').value).toBe('mâine');
    expect(summary()[0]).toContain('не календарная дата');
  });

  it('shows the errors of the server and counts them', () => {
    // given
    const counts: number[] = [];
    const { rerender } = renderForm({ onErrorCount: (count) => counts.push(count) });
    const errors: FieldError[] = [{ path: '/applicant/idnp', keyword: 'format', params: { format: 'idnp' } }];
    // when
    act(() => rerender({ errors, data: {} }));
    // then
    expect(summary()).toEqual(['„” nu este un IDNP corect. Verificați cele 13 cifre din actul de identitate.']);
    expect(counts.at(-1)).toBe(1);
  });

  it('takes what another editor saved without touching the rest', () => {
    // given
    const ref = createRef<FormHandle>();
    const { changes } = renderForm({ ref });
    type('Nume', 'Popa');
    // when
    act(() => ref.current!.merge({ '/hasChildren': true }));
    act(() => ref.current!.flush());
    // then
    expect(screen.getByLabelText<HTMLInputElement>('Nume').value).toBe('Popa');
    expect(changes).toEqual([{ '/applicant': { lastName: 'Popa' } }]);
  });

  it('shows values that were known beforehand with where they are from, and does not let read-only ones be typed over', () => {
    // when
    renderForm({
      data: { applicant: { lastName: 'Popa' } },
      prefilled: [{ path: '/applicant/lastName', source: 'din fișa de sesizare' }],
      readOnlyPointers: ['/applicant/lastName'],
    });
    // then
    expect(screen.getByText('din fișa de sesizare')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Nume').readOnly).toBe(true);
  });

  it('goes on with Ctrl+Enter', () => {
    // given
    renderForm();
    // when
    fireEvent.keyDown(screen.getByLabelText('Nume'), { key: 'Enter', ctrlKey: true });
    // then
    expect(screen.getByRole('alert')).toBeTruthy();
  });
});
