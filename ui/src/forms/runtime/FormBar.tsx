import type { ReactNode } from 'react';
import { useFormContext } from './form-context.ts';

export interface FormBarProps {
  isFirst: boolean;
  isLast: boolean;
  readOnly: boolean;
  submitting: boolean;
  primaryAction: string;
  status: ReactNode;
  actions: ReactNode;
  onBack: () => void;
  onNext: () => void;
}

/** What goes on from here: back, continue or the form's own verb; one primary action. */
export function FormBar({
  isFirst,
  isLast,
  readOnly,
  submitting,
  primaryAction,
  status,
  actions,
  onBack,
  onNext,
}: FormBarProps) {
  const { t } = useFormContext();
  return (
    <div className="es-form-bar es-no-print">
      <div className="es-form-bar-buttons">
        {!(isLast && readOnly) && (
          <button
            type="button"
            className="es-button-link"
            onClick={onNext}
            disabled={submitting}
            aria-busy={submitting || undefined}
          >
            {isLast ? primaryAction : t('buttons.continue')}
          </button>
        )}
        {!isFirst && (
          <button type="button" className="es-button-link es-button-link-quiet" onClick={onBack}>
            {t('buttons.back')}
          </button>
        )}
        {isLast && (
          <button type="button" className="es-button-link es-button-link-quiet" onClick={() => window.print()}>
            {t('buttons.print')}
          </button>
        )}
        {actions}
      </div>
      <div className="es-form-bar-status">{status}</div>
    </div>
  );
}
