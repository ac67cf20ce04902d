import type { FormSection } from '@esocial/form-core/compiled-form.ts';
import { SectionForm } from '../rjsf/SectionForm.tsx';
import { useFormContext } from './form-context.ts';

export interface SectionPageProps {
  section: FormSection;
  number: number;
  count: number;
}

/** The section in view: its title, where it stands among the others, its fields. */
export function SectionPage({ section, number, count }: SectionPageProps) {
  const { localized, t } = useFormContext();
  const texts = localized.uiSchema['ui:sections']?.[section.index];
  return (
    <>
      {count > 1 && <p className="es-field-hint">{t('sections.count', { number, count })}</p>}
      <h2 className="es-form-title" tabIndex={-1}>
        {texts?.title ?? localized.schema.title}
      </h2>
      {texts?.description && <p className="es-form-intro">{texts.description}</p>}
      <SectionForm key={section.key} pointers={section.fields} />
    </>
  );
}
