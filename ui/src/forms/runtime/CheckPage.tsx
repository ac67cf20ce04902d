import { checkAnswers } from '@esocial/form-core/check-answers.ts';
import { flushSync } from 'react-dom';
import { AnswerList } from './AnswerList.tsx';
import { focusField } from './field-id.ts';
import { useFormContext } from './form-context.ts';
import type { SectionFlow } from './useSectionFlow.ts';
import { useValueTexts } from './useValueTexts.ts';

/** Everything that will be sent, each answer with a way back to its field; it prints as the form's paper copy. */
export function CheckPage({ flow, readOnly }: { flow: SectionFlow; readOnly: boolean }) {
  const { store, localized, t } = useFormContext();
  const texts = useValueTexts();
  const sections = checkAnswers(store.form, localized, store.data(), store.isVisible, texts);
  const change = (section: string, path: string) => {
    flushSync(() => flow.go(section));
    if (!focusField(path)) requestAnimationFrame(() => focusField(path));
  };
  return (
    <>
      <h2 className="es-form-title" tabIndex={-1}>
        {t('sections.check')}
      </h2>
      <p className="es-no-print">{t('check.intro')}</p>
      <AnswerList sections={sections} onChange={readOnly ? undefined : change} />
    </>
  );
}
