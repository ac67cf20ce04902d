import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { showValue } from './show-value.ts';

/** Shows any fact's value in the language of the page. */
export function useShowValue(): (value: unknown, as?: 'money') => string {
  const format = useFormat();
  const { t } = useTranslation('shared');
  return (value, as) => showValue(value, format, { yes: t('yes'), no: t('no') }, as);
}
