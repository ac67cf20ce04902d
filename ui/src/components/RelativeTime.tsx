import { useTranslation } from 'react-i18next';
import { distanceInWords } from '../i18n/distance.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { useNow } from './useNow.ts';

/** How long ago something was: "acum 3 zile", with the exact instant in the title. */
export function RelativeTime({ at }: { at: string }) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const phrase = distanceInWords(new Date(at), useNow());
  return (
    <time dateTime={at} title={format.dateTime(at)}>
      {t(phrase.key, phrase.values)}
    </time>
  );
}
