import type { NotificationItem } from '@esocial/contracts/generated/api-notifications-list.ts';
import type { Language } from '@esocial/ui/i18n/language.ts';

/** A text parameter, which may come in three languages. */
function localized(value: unknown, language: Language): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  const texts = value as Partial<Record<Language, string>>;
  return texts[language] ?? texts.ro ?? '';
}

/** The message key (namespace `notifications`) of a notice and the values it names. */
export function notificationPhrase(
  item: NotificationItem,
  language: Language,
): { key: string; values: { name: string; count: number } } {
  const params: Record<string, unknown> = item.params;
  const named = ['name', 'title', 'text', 'template', 'rule'].map((key) => localized(params[key], language));
  const count = params['count'];
  return {
    key: `kind.${item.kind.replaceAll('.', '_')}`,
    values: { name: named.find(Boolean) ?? '', count: typeof count === 'number' ? count : 1 },
  };
}
