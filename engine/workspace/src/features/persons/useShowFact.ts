import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';

/** Shows a fact of a person's identity in words. */
export function useShowFact(): (field: string, value: string) => string {
  const { t } = useTranslation('persons');
  const format = useFormat();
  return (field, value) => {
    if (field === 'birthDate') return format.date(value);
    return field === 'sex' ? t(`sex.${value}`) : value;
  };
}
