import type { AnswerEntry, AnswerSection } from '@esocial/form-core/check-answers.ts';

/** One answer that differs, in words. */
export interface AnswerDifference {
  path: string;
  label: string;
  /** Empty when there was, or is, no such answer. */
  before: string;
  after: string;
}

interface LabelledAnswer {
  label: string;
  text: string;
}

/** The answers that differ between two readings of a form, in the order of the form. */
export function findAnswerDifferences(
  before: readonly AnswerSection[],
  after: readonly AnswerSection[],
): AnswerDifference[] {
  const [older, newer] = [labelledAnswers(before), labelledAnswers(after)];
  return [...new Set([...newer.keys(), ...older.keys()])]
    .map((path) => ({
      path,
      label: newer.get(path)?.label ?? older.get(path)?.label ?? path,
      before: older.get(path)?.text ?? '',
      after: newer.get(path)?.text ?? '',
    }))
    .filter((answer) => answer.before !== answer.after);
}

/** Every answer by its path; its label begins with the group and the row that it is in. */
function labelledAnswers(sections: readonly AnswerSection[]): Map<string, LabelledAnswer> {
  const answers = new Map<string, LabelledAnswer>();
  for (const { entries } of sections) {
    const headings = entries.filter((entry) => entry.type === 'heading');
    for (const entry of entries) {
      if (entry.type !== 'answer') continue;
      const within = headings.filter(({ path }) => entry.path.startsWith(`${path}/`)).map(headingText);
      answers.set(entry.path, { label: [...within, entry.label].join(', '), text: entry.text });
    }
  }
  return answers;
}

function headingText({ title, row }: Extract<AnswerEntry, { type: 'heading' }>): string {
  return row === undefined ? title : `${title} ${row}`;
}
