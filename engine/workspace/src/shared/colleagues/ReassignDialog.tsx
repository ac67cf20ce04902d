import { ConfirmDialog } from '@esocial/ui/components/ConfirmDialog.tsx';
import { ProblemMessage } from '@esocial/ui/components/ProblemMessage.tsx';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Colleague } from './colleague.ts';
import { ColleaguePicker } from './ColleaguePicker.tsx';

interface ReassignDialogProps {
  title: string;
  action: string;
  /** What the colleague is chosen for; the one who takes over unless said. */
  label?: string;
  exceptId?: string;
  busy: boolean;
  error: unknown;
  /** What changes for the colleague who was chosen, for example their load. */
  preview?: (colleague: Colleague) => ReactNode;
  onConfirm: (colleague: Colleague, reason: string) => void;
  onClose: () => void;
}

/** To whom, and why: for delegating one task and for reassigning many. */
export function ReassignDialog(props: ReassignDialogProps) {
  const { t } = useTranslation('shared');
  const [colleague, setColleague] = useState<Colleague>();
  const [reason, setReason] = useState('');
  const id = useId();
  return (
    <ConfirmDialog
      title={props.title}
      action={props.action}
      busy={props.busy}
      disabled={!colleague || reason.trim() === ''}
      onClose={props.onClose}
      onConfirm={() => colleague && props.onConfirm(colleague, reason.trim())}
    >
      <div className="es-stack">
        {props.error ? <ProblemMessage error={props.error} /> : null}
        <ColleaguePicker
          chosen={colleague}
          onChoose={setColleague}
          {...(props.label ? { label: props.label } : {})}
          {...(props.exceptId ? { exceptId: props.exceptId } : {})}
        />
        {colleague && props.preview?.(colleague)}
        <div className="es-field">
          <label htmlFor={id}>{t('colleague.reason')}</label>
          <textarea id={id} className="es-input" value={reason} onChange={(event) => setReason(event.target.value)} />
        </div>
      </div>
    </ConfirmDialog>
  );
}
