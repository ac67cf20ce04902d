import type { PersonDetail } from '@esocial/contracts/generated/api-persons-detail.ts';
import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { ProblemMessage } from '@esocial/ui/components/ProblemMessage.tsx';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';
import { PersonFields } from '../../shared/person/PersonFields.tsx';
import { useLeaveGuard } from '../../shared/useLeaveGuard.ts';
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx';
import { TakenIdnp } from './TakenIdnp.tsx';
import { useEditPerson } from './useEditPerson.ts';

/** The facts of a person in fields; each error beside its own. */
export function EditPerson({ person }: { person: PersonDetail }) {
  const { t } = useTranslation('persons');
  const edit = useEditPerson(person);
  const title = t('editTitle', { name: person.displayName });
  useLeaveGuard(edit.dirty);
  return (
    <form
      className="es-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        edit.send();
      }}
    >
      <PageTitle title={title} errors={Object.keys(edit.errors).length}>
        {title}
      </PageTitle>
      {edit.failure && <ProblemMessage error={edit.failure} />}
      {edit.stale && <ChangedMeanwhile person={person} fields={edit.changedMeanwhile} />}
      {edit.taken.length > 0 && <TakenIdnp candidates={edit.taken} />}
      <PersonFields draft={edit.draft} errors={edit.errors} onChange={edit.change} withContacts />
      <div className="es-row">
        <Button type="submit" loading={edit.busy}>
          {t('save')}
        </Button>
        <Link href={links.person(person.id)}>{t('cancel')}</Link>
      </div>
    </form>
  );
}
