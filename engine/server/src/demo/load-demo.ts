import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { DemoCaseFile } from '@esocial/contracts/generated/demo-case.ts';
import type { DemoPersonsFile } from '@esocial/contracts/generated/demo-persons.ts';
import type { DemoStaffFile } from '@esocial/contracts/generated/demo-staff.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import type { Actor } from '../access/actor.ts';
import { systemActor } from '../access/actor.ts';
import { createRoleCatalogue } from '../access/role-catalogue.ts';
import { createAudit } from '../audit/audit.ts';
import { createManualClock, systemClock } from '../clock/clock.ts';
import type { Clock } from '../clock/clock.ts';
import { createContentServices } from '../content/content-services.ts';
import type { Database } from '../database/database.ts';
import { createNotificationService } from '../notifications/notification-service.ts';
import { createPersonService } from '../persons/person-service.ts';
import type { PersonService } from '../persons/person-service.ts';
import { referenceTo } from '../persons/person.ts';
import { createEmbeddedEngine } from '../process/embedded/embedded-engine.ts';
import { createStepNotifier } from '../process/step-notifier.ts';
import { createTaskServices } from '../tasks/create-task-services.ts';
import { createDemoReadModel } from './demo-read-model.ts';
import type { DemoReadModel } from './demo-read-model.ts';
import { playCase } from './play-case.ts';
import type { Stage } from './play-case.ts';

export interface DemoReport {
  readonly persons: number;
  readonly cases: number;
  /** Cases that could not be played, with the reason. Persons and cases count that were not there before. */
  readonly failures: readonly string[];
}

/** Nobody watches while the demo is loaded. */
const unheard = { publish: () => undefined, subscribe: () => () => undefined, start: async () => undefined };

/**
 * Loads the persons of `demo/persons.json` and plays `demo/cases` in the order of their names, through the services
 * that people use, at the times the cases tell. Only in the sandbox, whose staff is there already, and before anybody
 * works in it. What an interrupted load has left is found and gone on with, a case from its next step on.
 */
export async function loadDemo(database: Database, root: string, clock: Clock = systemClock): Promise<DemoReport> {
  const folder = path.join(root, 'demo');
  const reader = createDemoReadModel(database);
  const cases = await caseFiles(folder);
  const now = clock.now();
  const played = createManualClock(now.toISOString());
  const audit = createAudit(database);
  const service = createPersonService({ database, audit, clock: played });
  const { persons, created } = await loadPersons(service, reader, folder);
  const institutions = await reader.listInstitutions();
  const actors = await loadActors(database, folder);
  const { definitions } = createContentServices(database, played);
  const parts = {
    database,
    definitions,
    audit,
    clock: played,
    notifications: createNotificationService(database, unheard),
  };
  const stage: Stage = {
    ...parts,
    reader,
    engine: createEmbeddedEngine({ ...parts, notifier: createStepNotifier({ live: unheard, wake: () => undefined }) }),
    tasks: createTaskServices(parts).tasks,
    references: {
      now,
      persons,
      institutions: new Map(institutions.map(({ id, key, name }) => [key, { institutionId: id, name }])),
    },
    actor: (key) => found(actors, key),
  };
  return { persons: created, ...(await playAll(stage, folder, cases)) };
}

async function playAll(stage: Stage, folder: string, files: readonly string[]) {
  const failures: string[] = [];
  let cases = 0;
  for (const file of files) {
    try {
      if (await playCase(stage, file, await readJson<DemoCaseFile>(path.join(folder, 'cases', file)))) cases += 1;
    } catch (error) {
      failures.push(`demo/cases/${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { cases, failures };
}

async function caseFiles(folder: string): Promise<string[]> {
  const files = await readdir(path.join(folder, 'cases')).catch(() => []);
  return files.filter((file) => file.endsWith('.json')).sort();
}

/** Creates the persons that are missing, and their relations; gives the values of person fields by key. */
async function loadPersons(
  service: PersonService,
  reader: DemoReadModel,
  folder: string,
): Promise<{ persons: Map<string, JsonObject>; created: number }> {
  const { persons } = await readJson<DemoPersonsFile>(path.join(folder, 'persons.json'));
  const actor = systemActor('demo');
  const ids = new Map<string, string>();
  const references = new Map<string, JsonObject>();
  let created = 0;
  for (const { key, relations: _relations, ...facts } of persons) {
    const known = { patronymic: null, address: null, phone: null, email: null, ...facts };
    const before = await reader.findPerson(known);
    const person = before
      ? await service.get(before)
      : await service.create(actor, known, { confirmedDifferent: true, source: 'demo' });
    if (!before) created += 1;
    ids.set(key, person.id);
    references.set(key, { ...referenceTo(person) });
  }
  for (const { key, relations = [] } of persons) {
    for (const { person, relation } of relations) {
      await service.relate(actor, found(ids, key), { personId: found(ids, person), relation: codeOf(relation) });
    }
  }
  return { persons: references, created };
}

/** Demo files write a classifier's code in kebab case: `frate-sora` is FRATE_SORA. */
function codeOf(key: string): string {
  return key.replaceAll('-', '_').toUpperCase();
}

async function loadActors(database: Database, folder: string): Promise<ReadonlyMap<string, Actor>> {
  const { staff } = await readJson<DemoStaffFile>(path.join(folder, 'staff.json'));
  const reader = createDemoReadModel(database);
  const roles = await createRoleCatalogue(database).roles();
  const actors = await Promise.all(
    staff.map(async (member) => [member.key, await reader.findActor(member, roles)] as const),
  );
  return new Map(actors.filter((entry): entry is readonly [string, Actor] => entry[1] !== undefined));
}

function found<Value>(values: ReadonlyMap<string, Value>, key: string): Value {
  const value = values.get(key);
  if (value === undefined) throw new Error(`"${key}" is not in the demo data`);
  return value;
}

async function readJson<Shape>(file: string): Promise<Shape> {
  return JSON.parse(await readFile(file, 'utf8')) as Shape;
}
