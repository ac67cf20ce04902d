import { Button } from '@mantine/core';
import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { ProblemMessage } from '@esocial/ui/components/ProblemMessage.tsx';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { links } from '../../shared/links.ts';
import { ExistingPersons } from '../../shared/person/ExistingPersons.tsx';
import { PersonFields } from '../../shared/person/PersonFields.tsx';
import { useRegisterPerson } from '../../shared/person/useRegisterPerson.ts';

/** Registers a person who was looked for and not found. */
export function NewPersonPage() {
  const { t } = useTranslation('shared');
  const [, navigate] = useLocation();
  const registration = useRegisterPerson('', (created) => navigate(links.person(created.id)));
  return (
    <form
      className="es-page es-page-narrow es-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        registration.send();
      }}
    >
      <PageTitle title={t('person.registerTitle')} errors={Object.keys(registration.errors).length}>
        {t('person.registerTitle')}
      </PageTitle>
      {registration.failure && <ProblemMessage error={registration.failure} />}
      {registration.existing && (
        <ExistingPersons
          {...registration.existing}
          onChoose={(person) => navigate(links.person(person.id))}
          onDifferent={() => registration.send(true)}
        />
      )}
      <PersonFields draft={registration.draft} errors={registration.errors} onChange={registration.change} />
      <div>
        <Button type="submit" loading={registration.busy}>
          {t('person.register')}
        </Button>
      </div>
    </form>
  );
}
