import type { PersonDetail } from '@esocial/contracts/generated/api-persons-detail.ts';
import { ConfirmDialog } from '@esocial/ui/components/ConfirmDialog.tsx';
import { ProblemMessage } from '@esocial/ui/components/ProblemMessage.tsx';
import { useToast } from '@esocial/ui/toast/toast-context.ts';
import { useTranslation } from 'react-i18next';
import { useRemoveRelation } from './api/relations.ts';

interface RemoveRelationProps {
  personId: string;
  relation: PersonDetail['relations'][number];
  onClose: () => void;
}

/** Asks before a relation is taken back. */
export function RemoveRelation({ personId, relation, onClose }: RemoveRelationProps) {
  const { t } = useTranslation('persons');
  const toast = useToast();
  const remove = useRemoveRelation(personId, () => {
    toast({ text: t('relate.removed') });
    onClose();
  });
  return (
    <ConfirmDialog
      danger
      title={t('relate.removeTitle', { name: relation.person.displayName })}
      action={t('relate.removeAction')}
      busy={remove.isPending}
      onConfirm={() => remove.mutate(relation.id)}
      onClose={onClose}
    >
      {remove.error ? <ProblemMessage error={remove.error} /> : null}
      <p>{t('relate.removeText')}</p>
    </ConfirmDialog>
  );
}
