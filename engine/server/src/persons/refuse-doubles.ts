import type { Actor } from '../access/actor.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock/clock.ts';
import { legalDay } from '../clock/legal-day.ts';
import { outsideUnitOfWork } from '../database/unit-of-work.ts';
import { ConflictError } from '../errors/app-error.ts';
import type { DoubleReason, FoundPerson, PersonFinder } from './person-finder.ts';
import { toSearchItem } from './person-views.ts';
import type { PersonFacts } from './person.ts';

export interface DoubleRefusal {
  /** Throws ConflictError `person_exists` or, where the actor may say that it is somebody else, `person_similar`. */
  refuseDoubles(actor: Actor, facts: PersonFacts, confirmedDifferent: boolean): Promise<void>;
  /** Says who has the IDNP that a person is to get. Throws ConflictError `person_exists`. */
  refuseIdnpOfAnother(actor: Actor, id: string, facts: PersonFacts): Promise<void>;
}

/** Nobody is in the register twice. */
export function createDoubleRefusal({
  finder,
  audit,
  clock,
}: {
  finder: PersonFinder;
  audit: Audit;
  clock: Clock;
}): DoubleRefusal {
  async function refuseDoubles(actor: Actor, facts: PersonFacts, confirmedDifferent: boolean): Promise<void> {
    const doubles = await finder.findDoubles(facts);
    if (!doubles || (confirmedDifferent && doubles.reason !== 'idnp')) return;
    await refuse(actor, doubles.reason, doubles.found);
  }

  async function refuseIdnpOfAnother(actor: Actor, id: string, facts: PersonFacts): Promise<void> {
    if (facts.idnp === null) return;
    const found = (await finder.findRanked({ text: facts.idnp })).filter(({ person }) => person.id !== id);
    if (found.length > 0) await refuse(actor, 'idnp', found.slice(0, 1));
  }

  /** The candidates are shown to whoever typed the facts, which is a read of theirs even as the rest fails. */
  async function refuse(actor: Actor, reason: DoubleReason, found: readonly FoundPerson[]): Promise<never> {
    const subjectIds = found.map(({ person }) => person.id);
    await outsideUnitOfWork(() =>
      audit.record(actor, { verb: 'person.searched', objectType: 'person', subjectIds, fields: [reason] }),
    );
    throw personExists(reason, found, legalDay(clock.now()));
  }

  return { refuseDoubles, refuseIdnpOfAnother };
}

function personExists(reason: DoubleReason, found: readonly FoundPerson[], today: string): ConflictError {
  const mayConfirm = reason !== 'idnp';
  const candidates = found.map((entry) => toSearchItem(entry, entry.openCases, today));
  const code = mayConfirm ? 'person_similar' : 'person_exists';
  return new ConflictError(code, `A person with the same ${reason} exists`, { reason, mayConfirm, candidates });
}

/** Two who create the same person at once: the second is told as if the first had been there long ago. */
export async function refuseTakenIdnp<Result>(work: Promise<Result>): Promise<Result> {
  return work.catch((error: unknown) => {
    const taken = (error as { code?: string; constraint?: string }).constraint === 'persons_idnp_key';
    throw taken
      ? new ConflictError('person_exists', 'A person with the same IDNP exists', { reason: 'idnp', mayConfirm: false })
      : error;
  });
}
