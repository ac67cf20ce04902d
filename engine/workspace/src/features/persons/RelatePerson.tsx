import type { PersonDetail } from '@esocial/contracts/generated/api-persons-detail.ts';
import { ConfirmDialog } from '@esocial/ui/components/ConfirmDialog.tsx';
import { ProblemMessage } from '@esocial/ui/components/ProblemMessage.tsx';
import { useToast } from '@esocial/ui/toast/toast-context.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddRelation } from './api/relations.ts';
import { ChoosePerson } from './ChoosePerson.tsx';
import { RelationKind } from './RelationKind.tsx';

/** Says what another person is to this one: who, and what. */
export function RelatePerson({ person, onClose }: { person: PersonDetail; onClose: () => void }) {
  const { t } = useTranslation('persons');
  const toast = useToast();
  const [otherId, setOtherId] = useState<string>();
  const [relation, setRelation] = useState('');
  const add = useAddRelation(person.id, () => {
    toast({ text: t('relate.done') });
    onClose();
  });
  return (
    <ConfirmDialog
      title={t('relate.title')}
      action={t('relate.action')}
      busy={add.isPending}
      disabled={!otherId || relation === ''}
      onConfirm={() => otherId && add.mutate({ personId: otherId, relation })}
      onClose={onClose}
    >
      <div className="es-stack">
        {add.error ? <ProblemMessage error={add.error} /> : null}
        <ChoosePerson chosenId={otherId} onChoose={setOtherId} exceptId={person.id} />
        <RelationKind name={person.displayName} value={relation} onChange={setRelation} />
      </div>
    </ConfirmDialog>
  );
}
