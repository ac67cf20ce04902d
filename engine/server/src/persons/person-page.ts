import type { PersonDetail } from '@esocial/contracts/generated/api-persons-detail.ts';
import type { Actor, Language } from '../access/actor.ts';
import type { Clock } from '../clock/clock.ts';
import { ageOn, legalDay } from '../clock/legal-day.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import { stageTitle, workflowTitle } from '../definitions/workflow-titles.ts';
import type { PersonCase } from './person-cases-read-model.ts';
import type { PersonService, RelatedPerson } from './person-service.ts';
import { displayName } from './person.ts';
import { present, toIdentity } from './person-views.ts';

export interface PersonPage {
  /** The payload of a person's page, in the reader's language. */
  open(actor: Actor, id: string, language: Language): Promise<PersonDetail>;
}

export interface PersonPageDependencies {
  readonly persons: PersonService;
  readonly definitions: DefinitionReader;
  readonly clock: Clock;
}

/** Classifier whose codes say what somebody is to somebody else. */
const relationClassifier = 'family-relation';

export function createPersonPage({ persons, definitions, clock }: PersonPageDependencies): PersonPage {
  async function labelOf(code: string, language: Language, today: string): Promise<string | undefined> {
    const version = await definitions.findActive('classifier', relationClassifier, today);
    return version && (await definitions.classifierLookup(version.id)).label(code, language);
  }

  async function toRelation(
    related: RelatedPerson,
    language: Language,
    today: string,
  ): Promise<PersonDetail['relations'][number]> {
    const { person, validFrom, validTo } = related;
    return present<PersonDetail['relations'][number]>({
      id: related.id,
      person: present<PersonDetail['relations'][number]['person']>({
        ...{ id: person.id, displayName: displayName(person), birthDate: person.birthDate ?? undefined },
        age: person.birthDate === null ? undefined : ageOn(person.birthDate, today),
      }),
      relation: related.relation,
      label: await labelOf(related.relation, language, today),
      ...{ validFrom: validFrom ?? undefined, validTo: validTo ?? undefined },
    });
  }

  async function toCase(found: PersonCase, language: Language): Promise<PersonDetail['cases'][number]> {
    const workflow = await definitions.compiledWorkflow(found.workflowVersionId);
    const stage =
      found.stage === null ? undefined : { key: found.stage, title: stageTitle(workflow, found.stage, language) };
    return present<PersonDetail['cases'][number]>({
      ...{ id: found.id, number: found.number, status: found.status, openedAt: found.openedAt.toISOString(), stage },
      workflow: { key: found.workflowKey, title: workflowTitle(workflow, language) },
      managerName: found.managerName ?? undefined,
    });
  }

  return {
    async open(actor, id, language) {
      const today = legalDay(clock.now());
      const file = await persons.open(actor, id);
      const cases = file.cases.filter(({ visible }) => visible);
      const personal = file.classes.includes('personal');
      return {
        ...toIdentity(file.person, file.classes, today),
        relations: personal
          ? await Promise.all(file.relations.map((related) => toRelation(related, language, today)))
          : [],
        cases: await Promise.all(cases.map((found) => toCase(found, language))),
        otherCases: file.cases.length - cases.length,
        permissions: { update: file.mayUpdate },
      };
    },
  };
}
