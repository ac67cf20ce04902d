import type { Language } from '@esocial/ui/i18n/language.ts';
import { request } from '../../../api/request.ts';

/** `PATCH /session`: the server answers in this language from now on. */
export function changeSessionLanguage(language: Language): Promise<unknown> {
  return request('/session', { method: 'PATCH', body: { language } });
}
