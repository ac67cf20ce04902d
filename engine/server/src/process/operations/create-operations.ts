import type { Route } from '../../http/route.ts';
import type { ChangingDependencies } from '../changing.ts';
import { createInstanceListReadModel } from './instance-list-read-model.ts';
import type { InstanceReadModelDependencies } from './instance-read-model.ts';
import { createInstanceReadModel } from './instance-read-model.ts';
import { createInstanceRoutes } from './instance-routes.ts';
import { createOperationRoutes } from './operation-routes.ts';
import { createMigrationRoutes } from './migration-routes.ts';
import type { MigrationDependencies } from './migration-service.ts';
import { createMigrationService } from './migration-service.ts';
import type { OperationsDependencies } from './operations-service.ts';
import { createOperationsService } from './operations-service.ts';
import { createSummaryReadModel } from './summary-read-model.ts';

type Dependencies = OperationsDependencies &
  InstanceReadModelDependencies &
  MigrationDependencies &
  ChangingDependencies;

/** The routes of those who look after processes. */
export function createOperationsRoutes(dependencies: Dependencies): Route[] {
  const instances = createInstanceReadModel(dependencies);
  return [
    ...createMigrationRoutes({ ...dependencies, migrations: createMigrationService(dependencies) }),
    ...createInstanceRoutes({
      instances,
      instanceList: createInstanceListReadModel(dependencies),
      summary: createSummaryReadModel(dependencies),
    }),
    ...createOperationRoutes({ ...dependencies, instances, operations: createOperationsService(dependencies) }),
  ];
}
