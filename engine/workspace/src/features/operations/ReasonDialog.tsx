import { ConfirmDialog } from '@esocial/ui/components/ConfirmDialog.tsx';
import { ProblemMessage } from '@esocial/ui/components/ProblemMessage.tsx';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ReasonDialogProps {
  title: string;
  /** The verb of what will be done. */
  action: string;
  danger?: boolean;
  busy: boolean;
  error: unknown;
  /** More that has to be right before it can be done. */
  ready?: boolean;
  /** What will happen, in plain words. */
  children: ReactNode;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

/** The server takes no shorter one. */
const shortestReason = 3;

/** Says what will happen and asks why; the reason stands in the audit. */
export function ReasonDialog({ error, ready = true, children, onConfirm, ...dialog }: ReasonDialogProps) {
  const { t } = useTranslation('operations');
  const [reason, setReason] = useState('');
  const id = useId();
  return (
    <ConfirmDialog
      {...dialog}
      danger={dialog.danger ?? false}
      disabled={!ready || reason.trim().length < shortestReason}
      onConfirm={() => onConfirm(reason.trim())}
    >
      <div className="es-stack">
        {error ? <ProblemMessage error={error} /> : null}
        {children}
        <div className="es-field">
          <label htmlFor={id}>{t('reason.label')}</label>
          <span className="es-field-hint" id={`${id}-hint`}>
            {t('reason.hint')}
          </span>
          <textarea
            id={id}
            className="es-input"
            aria-describedby={`${id}-hint`}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      </div>
    </ConfirmDialog>
  );
}
