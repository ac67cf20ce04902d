import type { LegalBasis } from '@esocial/contracts/generated/legal-basis.ts';
import { StateBadge } from '@esocial/ui/components/StateBadge.tsx';
import { useTranslation } from 'react-i18next';

/** The acts behind a definition, and which of them jurists have yet to confirm. */
export function LegalBasisList({ basis }: { basis: readonly LegalBasis[] }) {
  const { t } = useTranslation('definitions');
  if (basis.length === 0) return <span className="es-faint">{t('noLegalBasis')}</span>;
  return (
    <ul className="es-stack es-stack-tight">
      {basis.map((each) => (
        <li key={`${each.act} ${each.article ?? ''}`} className="es-legal-basis">
          <span>{[each.act, each.article].filter(Boolean).join(', ')}</span>
          {each.needsLegalConfirmation && <StateBadge tone="warning">{t('toConfirm')}</StateBadge>}
        </li>
      ))}
    </ul>
  );
}
