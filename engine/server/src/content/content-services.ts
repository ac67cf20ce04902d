import { createAudit } from '../audit/audit.ts';
import { createClassifierItems } from '../classifiers/classifier-service.ts';
import { systemClock } from '../clock/clock.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import { createDefinitionReader } from '../definitions/create-definition-reader.ts';
import { createDefinitionPublisher } from '../definitions/definition-publisher.ts';
import { createOutbox } from '../events/outbox.ts';
import { createReleaseService } from '../releases/release-service.ts';
import { createContentApplier } from './apply-content.ts';
import { createBringIntoForce } from './bring-into-force.ts';

/** Everything about definitions and their releases, wired over one database. */
export function createContentServices(database: Database, clock: Clock = systemClock) {
  const classifiers = createClassifierItems(database);
  const publisher = createDefinitionPublisher(database);
  const audit = createAudit(database);
  const releases = createReleaseService({
    ...{ database, definitions: publisher, classifiers, audit, clock },
    outbox: createOutbox(database),
    bringIntoForce: createBringIntoForce(database, classifiers),
  });
  return {
    classifiers,
    releases,
    definitions: createDefinitionReader({ database, loadClassifier: classifiers.load }),
    content: createContentApplier({ database, definitions: publisher, releases, clock }),
  };
}
