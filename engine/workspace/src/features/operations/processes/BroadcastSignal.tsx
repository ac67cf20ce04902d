import { useToast } from '@esocial/ui/toast/toast-context.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../shared/session/SessionContext.ts';
import { useBroadcastSignal } from '../api/broadcast-signal.ts';
import { ReasonDialog } from '../ReasonDialog.tsx';
import { TextInput } from '../TextInput.tsx';
import { useVariableRows } from '../variables/useVariableRows.ts';
import { VariableRows } from '../variables/VariableRows.tsx';

/** Tells all processes that wait for a signal; for those who may. */
export function BroadcastSignal() {
  const { t } = useTranslation('operations');
  const [open, setOpen] = useState(false);
  if (!useMay('signal.broadcast')) return null;
  return (
    <>
      <button type="button" className="es-chip es-no-print" onClick={() => setOpen(true)}>
        {t('signal.open')}
      </button>
      {open && <SignalDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function SignalDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('operations');
  const toast = useToast();
  const signal = useBroadcastSignal();
  const rows = useVariableRows();
  const [name, setName] = useState('');
  const { variables } = rows;
  return (
    <ReasonDialog
      title={t('signal.title')}
      action={t('signal.action')}
      ready={name.trim() !== '' && variables !== undefined}
      busy={signal.isPending}
      error={signal.error}
      onClose={onClose}
      onConfirm={(reason) =>
        signal.mutate(
          { name: name.trim(), reason, ...(variables ? { variables } : {}) },
          {
            onSuccess: ({ subscriptions }) => {
              onClose();
              toast({ text: t('signal.done', { name: name.trim(), count: subscriptions }) });
            },
          },
        )
      }
    >
      <p>{t('signal.explain')}</p>
      <TextInput label={t('signal.name')} value={name} onChange={setName} />
      <VariableRows rows={rows} />
    </ReasonDialog>
  );
}
