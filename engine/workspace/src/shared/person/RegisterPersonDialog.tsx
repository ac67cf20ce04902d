import type { PersonReference } from '@esocial/contracts/generated/person-reference.ts';
import { ConfirmDialog } from '@esocial/ui/components/ConfirmDialog.tsx';
import { ProblemMessage } from '@esocial/ui/components/ProblemMessage.tsx';
import { useTranslation } from 'react-i18next';
import { ExistingPersons } from './ExistingPersons.tsx';
import { PersonFields } from './PersonFields.tsx';
import { useRegisterPerson } from './useRegisterPerson.ts';

interface RegisterPersonDialogProps {
  typed: string;
  onDone: (person: PersonReference) => void;
  onClose: () => void;
}

/** Registers a person without leaving the form that needs them. */
export function RegisterPersonDialog({ typed, onDone, onClose }: RegisterPersonDialogProps) {
  const { t } = useTranslation('shared');
  const registration = useRegisterPerson(typed, (created) => onDone(created.reference));
  return (
    <ConfirmDialog
      title={t('person.registerTitle')}
      action={t('person.register')}
      busy={registration.busy}
      onConfirm={() => registration.send()}
      onClose={onClose}
    >
      <div className="es-stack">
        {registration.failure && <ProblemMessage error={registration.failure} />}
        {registration.existing && (
          <ExistingPersons
            {...registration.existing}
            onDifferent={() => registration.send(true)}
            onChoose={({ id, lastName, firstName, birthDate }) =>
              onDone({ personId: id, lastName, firstName, birthDate: birthDate ?? null })
            }
          />
        )}
        <PersonFields draft={registration.draft} errors={registration.errors} onChange={registration.change} />
      </div>
    </ConfirmDialog>
  );
}
