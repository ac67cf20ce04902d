import { ConfirmDialog } from '@esocial/ui/components/ConfirmDialog.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColleaguePicker } from '../../shared/colleagues/ColleaguePicker.tsx';
import type { Colleague } from '../../shared/colleagues/colleague.ts';

/** Chooses the person whose events are wanted. */
export function ChooseActor({ onChoose, onClose }: { onChoose: (id: string) => void; onClose: () => void }) {
  const { t } = useTranslation('audit');
  const [actor, setActor] = useState<Colleague>();
  return (
    <ConfirmDialog
      title={t('filter.actor')}
      action={t('filter.show')}
      disabled={!actor}
      onConfirm={() => actor && onChoose(actor.id)}
      onClose={onClose}
    >
      <ColleaguePicker label={t('filter.actorLabel')} chosen={actor} onChoose={setActor} />
    </ConfirmDialog>
  );
}
