import type { AnswerEntry } from '@esocial/form-core/check-answers.ts';
import { findAnswerDifferences } from './answer-differences.ts';

const answer = (path: string, text: string): AnswerEntry => ({
  ...{ type: 'answer', path, text, label: `Label of ${path}`, fieldClass: 'personal', depth: 0 },
});
const heading = (path: string, title: string, row?: number): AnswerEntry => ({
  ...{ type: 'heading', path, title, row, depth: 0 },
});
const form = (...entries: AnswerEntry[]) => [{ key: 'main', title: 'Main', entries }];

describe('the answers that differ', () => {
  it('are named with what they were and are', () => {
    expect(
      findAnswerDifferences(form(answer('/a', 'x'), answer('/b', 'y')), form(answer('/a', 'z'), answer('/b', 'y'))),
    ).toEqual([{ path: '/a', label: 'Label of /a', before: 'x', after: 'z' }]);
  });

  it('include those that came and those that went', () => {
    // when
    const found = findAnswerDifferences(form(answer('/gone', 'x')), form(answer('/new', 'y')));
    // then
    expect(found.map(({ path, before, after }) => [path, before, after])).toEqual([
      ['/new', '', 'y'],
      ['/gone', 'x', ''],
    ]);
  });

  it('say in which row of which group they are', () => {
    // given
    const children = (text: string) =>
      form(
        heading('/children/0', 'Children', 1),
        heading('/children/1', 'Children', 2),
        answer('/children/1/name', text),
      );
    // then
    expect(findAnswerDifferences(children('Ion'), children('Ioan'))[0]?.label).toBe(
      'Children 2, Label of /children/1/name',
    );
  });

  it('are none when the forms say the same', () => {
    expect(findAnswerDifferences(form(answer('/a', 'x')), form(answer('/a', 'x')))).toEqual([]);
  });
});
