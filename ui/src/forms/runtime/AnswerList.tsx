import type { AnswerEntry, AnswerSection } from '@esocial/form-core/check-answers.ts';
import { useFormContext } from './form-context.ts';

export interface AnswerListProps {
  sections: readonly AnswerSection[];
  /** Shows "change" beside each answer. */
  onChange?: ((sectionKey: string, path: string) => void) | undefined;
}

/** All answers by section, as they are checked, printed and read in a record. */
export function AnswerList({ sections, onChange }: AnswerListProps) {
  return sections.map((section) => (
    <section key={section.key} className="es-answers">
      <h2>{section.title}</h2>
      <dl>
        {section.entries.map((entry) => (
          <AnswerLine
            key={`${entry.type} ${entry.path}`}
            entry={entry}
            onChange={onChange && (() => onChange(section.key, entry.path))}
          />
        ))}
      </dl>
    </section>
  ));
}

function AnswerLine({ entry, onChange }: { entry: AnswerEntry; onChange: (() => void) | undefined }) {
  const { t } = useFormContext();
  if (entry.type === 'heading') {
    const title = entry.row === undefined ? entry.title : t('check.row', { title: entry.title, row: entry.row });
    return (
      <div className="es-answer-heading" data-depth={entry.depth}>
        <dt>{title}</dt>
        <dd />
      </div>
    );
  }
  const isSpecial = entry.fieldClass === 'special' || entry.fieldClass === 'sealed';
  return (
    <div className="es-answer" data-depth={entry.depth}>
      <dt>
        {entry.label}
        {isSpecial && (
          <>
            {' '}
            <span className="es-field-special">{t(`class.${entry.fieldClass}`)}</span>
          </>
        )}
      </dt>
      <dd>{entry.text === '' ? <span className="es-field-hint">{t('check.none')}</span> : entry.text}</dd>
      {onChange && (
        <dd className="es-answer-change es-no-print">
          <button type="button" className="es-link-button" onClick={onChange}>
            {t('check.change')}
            <span className="es-visually-hidden">: {entry.label}</span>
          </button>
        </dd>
      )}
    </div>
  );
}
