import { useLanguage } from '@esocial/ui/i18n/useLanguage.ts';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { relationKinds } from './api/relation-kinds.ts';

interface RelationKindProps {
  /** To whom. */
  name: string;
  value: string;
  onChange: (code: string) => void;
}

/** What the other person is, from the classifier of relations. */
export function RelationKind({ name, value, onChange }: RelationKindProps) {
  const { t } = useTranslation('persons');
  const language = useLanguage();
  const query = useQuery(relationKinds());
  const id = useId();
  return (
    <div className="es-field">
      <label htmlFor={id}>{t('relate.relation', { name })}</label>
      <select id={id} className="es-input" value={value} required onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('relate.choose')}</option>
        {(query.data?.items ?? []).map((item) => (
          <option key={item.code} value={item.code}>
            {item[language] ?? item.ro}
          </option>
        ))}
      </select>
    </div>
  );
}
