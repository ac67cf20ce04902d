import type { Audit } from './audit/audit.ts';
import { createClassifierRoutes } from './classifiers/classifier-routes.ts';
import { systemClock } from './clock/clock.ts';
import type { Clock } from './clock/clock.ts';
import { createContentServices } from './content/content-services.ts';
import type { Database } from './database/database.ts';
import { createDefinitionRoutes } from './definitions/definition-routes.ts';
import { createFormRoutes } from './definitions/form-routes.ts';
import { createWorkflowRoutes } from './definitions/workflow-routes.ts';
import { createDocumentRoutes } from './documents/document-routes.ts';
import { createDocumentService } from './documents/document-service.ts';
import type { Route } from './http/route.ts';
import { createPersonPage } from './persons/person-page.ts';
import { createPersonRoutes } from './persons/person-routes.ts';
import { createPersonService } from './persons/person-service.ts';
import { createReleaseRoutes } from './releases/release-routes.ts';

export interface RegistryParts {
  readonly database: Database;
  readonly audit: Audit;
  readonly clock?: Clock;
}

/** Definitions, classifiers, releases, persons and documents: what casework refers to. */
export function createRegistries({ database, audit, clock = systemClock }: RegistryParts) {
  const { definitions, classifiers, releases, content } = createContentServices(database, clock);
  const persons = createPersonService({ database, audit, clock });
  const documents = createDocumentService({ database, audit, definitions });
  const page = createPersonPage({ persons, definitions, clock });
  const routes: Route[] = [
    ...createDefinitionRoutes({ definitions, clock }),
    ...createFormRoutes({ definitions, clock }),
    ...createWorkflowRoutes({ definitions, clock }),
    ...createClassifierRoutes({ definitions, classifiers, clock }),
    ...createReleaseRoutes({ releases }),
    ...createPersonRoutes({ persons, page, clock }),
    ...createDocumentRoutes({ documents }),
  ];
  return { definitions, classifiers, releases, content, persons, documents, routes };
}
