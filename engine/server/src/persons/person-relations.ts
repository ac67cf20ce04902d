import type { Actor } from '../access/actor.ts';
import { requireAccess } from '../access/decide.ts';
import type { Audit } from '../audit/audit.ts';
import type { Database } from '../database/database.ts';
import { NotFoundError, ValidationError } from '../errors/app-error.ts';
import { isId } from '../ids/new-id.ts';
import { accessObject } from './person.ts';
import type { Person } from './person.ts';
import { createPersonRelationStore } from './person-relation-store.ts';

export interface PersonRelationDependencies {
  readonly database: Database;
  readonly audit: Audit;
  readonly get: (id: string) => Promise<Person>;
}

/** What persons are to each other. */
export function createPersonRelations({ database, audit, get }: PersonRelationDependencies) {
  const relations = createPersonRelationStore(database);
  return {
    /** Says what another person is to this one. */
    async relate(
      actor: Actor,
      id: string,
      relation: { personId: string; relation: string; validFrom?: string },
    ): Promise<string> {
      const [person, other] = [await get(id), await get(relation.personId)];
      requireAccess(actor, 'person.update', accessObject(person));
      if (person.id === other.id) throw new ValidationError([{ path: '/personId', keyword: 'person', params: {} }]);
      return database.transaction(async () => {
        const relationId = await relations.upsert({
          ...{ personId: id, relatedId: other.id, relation: relation.relation },
          ...{ validFrom: relation.validFrom ?? null, createdBy: actor.userId },
        });
        const entry = { verb: 'person.related', objectType: 'person', objectId: id, subjectIds: [id, other.id] };
        await audit.record(actor, { ...entry, fields: ['relations'] });
        return relationId;
      });
    },

    /** Takes a relation back that was said by mistake. Throws NotFoundError. */
    async unrelate(actor: Actor, id: string, relationId: string): Promise<void> {
      requireAccess(actor, 'person.update', accessObject(await get(id)));
      await database.transaction(async () => {
        const relatedId = isId(relationId) ? await relations.remove(id, relationId) : undefined;
        if (relatedId === undefined) throw new NotFoundError('relation', relationId);
        const entry = { verb: 'person.unrelated', objectType: 'person', objectId: id, subjectIds: [id, relatedId] };
        await audit.record(actor, { ...entry, fields: ['relations'] });
      });
    },
  };
}
