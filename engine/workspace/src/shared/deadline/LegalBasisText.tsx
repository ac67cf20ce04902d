import type { LegalBasis } from '@esocial/contracts/generated/legal-basis.ts';
import { StateBadge } from '@esocial/ui/components/StateBadge.tsx';
import { useTranslation } from 'react-i18next';

/** The act and article behind something, and whether jurists have yet to confirm it. */
export function LegalBasisText({ basis, since }: { basis: LegalBasis; since?: string }) {
  const { t } = useTranslation('shared');
  const text = [basis.act, basis.article, since && t('deadline.since', { since })].filter(Boolean).join(', ');
  return (
    <p className="es-row es-faint">
      <span>{text}</span>
      {basis.needsLegalConfirmation && <StateBadge tone="warning">{t('deadline.toConfirm')}</StateBadge>}
    </p>
  );
}
