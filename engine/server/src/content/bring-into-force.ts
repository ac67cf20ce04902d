import type { OrganisationFile } from '@esocial/contracts/generated/organisation.ts';
import type { ClassifierItems } from '../classifiers/classifier-service.ts';
import type { Database } from '../database/database.ts';
import { createOrganisationStore } from './organisation-store.ts';

/** Does what follows from a release that is switched on, in the current unit of work. */
export type BringIntoForce = (releaseId: string) => Promise<void>;

/** Offices and territories are rows of their own: a release that has them brings them to what it says. */
export function createBringIntoForce(database: Database, classifiers: ClassifierItems): BringIntoForce {
  const organisation = createOrganisationStore(database);
  return async (releaseId) => {
    const { territoriesVersionId, offices } = await organisation.findInRelease(releaseId);
    if (territoriesVersionId) await organisation.upsertTerritories(await classifiers.list(territoriesVersionId));
    if (offices) await organisation.upsertInstitutions(offices as OrganisationFile);
  };
}
