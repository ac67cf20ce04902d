import { useTranslation } from 'react-i18next';
import type { PersonDraft } from './person-draft.ts';
import { PersonTextField } from './PersonTextField.tsx';

interface PersonFieldsProps {
  draft: PersonDraft;
  errors: Partial<Record<keyof PersonDraft, string>>;
  onChange: (changes: Partial<PersonDraft>) => void;
  /** Also where the person lives and is reached; more than registering asks for. */
  withContacts?: boolean;
}

/** The few facts that make a person known. */
export function PersonFields({ draft, errors, onChange, withContacts = false }: PersonFieldsProps) {
  const { t } = useTranslation('shared');
  const field = (
    name: Exclude<keyof PersonDraft, 'sex'>,
    more: { type?: string; hint?: string; optional?: boolean },
  ) => (
    <PersonTextField
      label={t(`person.${name}`)}
      value={draft[name]}
      error={errors[name]}
      onChange={(value) => onChange({ [name]: value })}
      {...more}
    />
  );
  return (
    <div className="es-stack">
      {field('lastName', {})}
      {field('firstName', {})}
      {field('patronymic', { optional: true })}
      {field('birthDate', { type: 'date', optional: true })}
      <fieldset className="es-plain-fieldset">
        <legend className="es-label">
          {t('person.sex')} <span className="es-faint">{t('person.optional')}</span>
        </legend>
        {(['F', 'M'] as const).map((sex) => (
          <label key={sex} className="es-choice">
            <input
              type="radio"
              name="sex"
              className="es-check"
              checked={draft.sex === sex}
              onChange={() => onChange({ sex })}
            />
            <span>{t(`person.sex${sex}`)}</span>
          </label>
        ))}
      </fieldset>
      {field('idnp', { hint: t('person.idnpHint'), optional: true })}
      {field('phone', { type: 'tel', optional: true })}
      {withContacts && field('email', { type: 'email', optional: true })}
      {withContacts && field('address', { optional: true })}
    </div>
  );
}
