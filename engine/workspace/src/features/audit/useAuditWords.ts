import type { AuditEventItem } from '@esocial/contracts/generated/api-audit-events-list.ts';
import { useTranslation } from 'react-i18next';

const system = 'system:';

/** Says codes of the audit in words; a code without words stays as it is. */
export function useAuditWords() {
  const { t } = useTranslation('audit');
  return {
    verb: (verb: string) => t(`verb.${verb}`, { defaultValue: verb }),
    object: (objectType: string) => t(`object.${objectType}`, { defaultValue: objectType }),
    actor: ({ id, displayName }: AuditEventItem['actor']) =>
      id.startsWith(system) ? t(`system.${id.slice(system.length)}`, { defaultValue: t('system.other') }) : displayName,
  };
}
