import type { LegalBasis } from '@esocial/contracts/generated/legal-basis.ts';
import { useFormContext } from '../../runtime/form-context.ts';

/** "Why am I asked this?": the act and article a field rests on. */
export function LegalBasisNote({ basis, label }: { basis: LegalBasis & { text?: string }; label: string }) {
  const { t } = useFormContext();
  return (
    <details className="es-field-basis">
      <summary>
        {t('legalBasis.why')}
        <span className="es-visually-hidden">: {label}</span>
      </summary>
      <p>
        {t('legalBasis.act', { act: basis.act, article: basis.article ?? 'none' })} {basis.text ?? basis.note}
      </p>
    </details>
  );
}
