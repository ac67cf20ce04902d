import { checkAnswers } from './check-answers.ts';
import { createClassifierLookup } from './classifier-lookup.ts';
import { compileForm } from './compile-form.ts';
import { evaluateForm } from './evaluate-form.ts';
import { localizeForm } from './localize.ts';
import { familyExpressions, familyForm } from './testing/family-form.ts';

const sex = createClassifierLookup([{ code: 'f', ro: 'feminin', ru: 'женский' }]);
const texts = { language: 'ro' as const, yes: 'Da', no: 'Nu', classifier: () => sex };
const form = compileForm(familyForm, familyExpressions);

describe('checkAnswers', () => {
  const data = {
    applicant: { lastName: 'Popa', idnp: '2000000000015', sex: 'f' },
    hasChildren: true,
    children: [{ name: 'Ana', birthDate: '2024-05-01', allowance: 1234.5 }],
    person: { personId: 'x', lastName: 'Rusu', firstName: 'Ion', birthDate: '1990-02-03', idnp: '2001000001237' },
    proof: { documentId: 'y', fileName: 'act.pdf', mediaType: 'application/pdf', size: 5 },
  };
  const evaluated = evaluateForm(form, data, { today: '2026-03-10' });
  const sections = checkAnswers(form, localizeForm(familyForm, 'ro'), evaluated.data, evaluated.visible, texts);
  const lines = (index: number) =>
    sections[index]!.entries.map((entry) =>
      entry.type === 'heading' ? `${entry.title} ${entry.row ?? ''}`.trim() : `${entry.label}: ${entry.text}`,
    );

  it('lists every question and its answer in words, by section', () => {
    expect(sections.map(({ title }) => title)).toEqual(['Solicitant', 'Familia', 'Încheiere']);
    expect(lines(0)).toEqual(['Solicitant', 'Nume: Popa', 'IDNP: 2000000000015', 'Telefon: ', 'Sex: feminin']);
    expect(lines(1)).toEqual([
      'Are copii?: Da',
      'Copii 1',
      'Prenume: Ana',
      'Data nașterii: 01.05.2024',
      'Vârsta: 2',
      'Alocație: 1.234,50',
      'Total: 1.234,50',
    ]);
    expect(lines(2)).toContain('Persoana: Rusu Ion, 03.02.1990, 2001000001237');
    expect(lines(2)).toContain('Dovada: act.pdf');
  });

  it('leaves out what is hidden, and marks special data', () => {
    expect(lines(1).join()).not.toContain('Școala');
    expect(sections[2]!.entries).toContainEqual({
      type: 'answer',
      path: '/risks',
      label: 'Riscuri',
      text: '',
      fieldClass: 'special',
      depth: 0,
    });
  });

  it('speaks the language, Romanian where there is no translation', () => {
    // when
    const english = checkAnswers(form, localizeForm(familyForm, 'en'), {}, () => true, texts);
    // then
    const labels = english
      .flatMap(({ entries }) => entries)
      .map((entry) => (entry.type === 'answer' ? entry.label : entry.title));
    expect(labels).toContain('Notes');
    expect(labels).toContain('Declar');
  });
});
