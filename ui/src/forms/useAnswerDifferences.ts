import { checkAnswers, type AnswerSection } from '@esocial/form-core/check-answers.ts';
import { compileForm } from '@esocial/form-core/compile-form.ts';
import { computeAll } from '@esocial/form-core/evaluate-form.ts';
import type { ExpressionCompiler } from '@esocial/form-core/expressions.ts';
import { isHiddenPath } from '@esocial/form-core/field-path.ts';
import type { ValueTexts } from '@esocial/form-core/format-value.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import { localizeForm } from '@esocial/form-core/localize.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { languageOf } from '../i18n/language.ts';
import { findAnswerDifferences, type AnswerDifference } from './answer-differences.ts';
import type { FormEnvironment, FormPayload } from './runtime-types.ts';

/** A filled form: the version of the form and what was answered. */
export interface FilledForm {
  form: FormPayload;
  data: JsonObject;
}

interface Comparison {
  before: FilledForm;
  after: FilledForm;
  expressions: ExpressionCompiler;
  env: Pick<FormEnvironment, 'today' | 'classifier'>;
}

/** What differs between two filled forms, in the words of the form and the language of the page. */
export function useAnswerDifferences({ before, after, expressions, env }: Comparison): AnswerDifference[] {
  const { t, i18n } = useTranslation('forms');
  const language = languageOf(i18n.language);
  return useMemo(() => {
    const texts: ValueTexts = { language, yes: t('yes'), no: t('no'), classifier: (key) => env.classifier(key) };
    const read = (filled: FilledForm) => readAnswers(filled, expressions, env.today, texts);
    return findAnswerDifferences(read(before), read(after));
  }, [before, after, expressions, env, language, t]);
}

function readAnswers(
  { form, data }: FilledForm,
  expressions: ExpressionCompiler,
  today: string,
  texts: ValueTexts,
): AnswerSection[] {
  const compiled = compileForm(form, expressions);
  const { hidden } = computeAll(compiled, data, { today });
  const visible = (path: string) => !isHiddenPath(hidden, path);
  return checkAnswers(compiled, localizeForm(form, texts.language), data, visible, texts);
}
