import { useTranslation } from 'react-i18next';

/** Says the kind of an incident in words; a kind without words stays as it is. */
export function useIncidentKind(): (kind: string) => string {
  const { t } = useTranslation('operations');
  return (kind) => t(`kind.${kind}`, { defaultValue: kind });
}
