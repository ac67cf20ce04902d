import type { RoleCatalogue } from '../access/role-catalogue.ts';
import type { Audit } from '../audit/audit.ts';
import { createActivityRoutes } from '../cases/activity-routes.ts';
import { createCaseReadModel } from '../cases/case-read-model.ts';
import { createCaseRoutes } from '../cases/case-routes.ts';
import { createCaseService } from '../cases/case-service.ts';
import { createMessageRoutes } from '../cases/message-routes.ts';
import { createMessageService } from '../cases/message-service.ts';
import { createStartCaseByEvent } from '../cases/start-case-by-event.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import { climbLadders } from '../deadlines/deadline-ladder.ts';
import { createDeadlineRoutes } from '../deadlines/deadline-routes.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import type { LiveEvents } from '../events/live-events.ts';
import type { OutboxSubscriber } from '../events/outbox-dispatcher.ts';
import type { Route } from '../http/route.ts';
import { createIncidentReadModel } from '../incidents/incident-read-model.ts';
import { createIncidentRoutes } from '../incidents/incident-routes.ts';
import type { NotificationService } from '../notifications/notification-service.ts';
import { createRecordRoutes } from '../records/record-routes.ts';
import { createRecordService } from '../records/record-service.ts';
import type { ZeebeSettings } from '../settings/zeebe-settings.ts';
import { createSupervisionReadModel } from '../supervision/supervision-read-model.ts';
import { createSupervisionRoutes } from '../supervision/supervision-routes.ts';
import { createTaskServices } from '../tasks/create-task-services.ts';
import { createTaskRoutes } from '../tasks/task-routes.ts';
import { createEmbeddedEngine } from './embedded/embedded-engine.ts';
import { doDueWork, untilDueWork } from './embedded/process-worker.ts';
import { createEventStarts } from './event-starts/event-starts.ts';
import type { EventStarts } from './event-starts/event-starts.ts';
import { createTellFailedStart } from './event-starts/tell-failed-start.ts';
import { migrateDueInstances } from './operations/migration-worker.ts';
import { createOperationsRoutes } from './operations/create-operations.ts';
import { createNotificationSubscriber } from './notification-subscriber.ts';
import type { ProcessEngine } from './process-engine.ts';
import { createProcessReadModel } from './process-read-model.ts';
import { createRecipients } from './recipients.ts';
import { createStepNotifier, POLL_MS } from './step-notifier.ts';
import { startWorkerLoop } from './worker-loop.ts';
import type { WorkerLoop } from './worker-loop.ts';
import { createWorkSignal } from './work-signal.ts';
import type { BrokerHealth } from './zeebe/broker-health.ts';
import { createBrokerRoutes } from './zeebe/broker-routes.ts';
import { createZeebe } from './zeebe/create-zeebe.ts';

const LADDER_POLL_MS = 5_000;

export interface CaseworkDependencies {
  readonly database: Database;
  readonly definitions: DefinitionReader;
  readonly audit: Audit;
  readonly live: LiveEvents;
  readonly notifications: NotificationService;
  readonly roles: RoleCatalogue;
  readonly clock: Clock;
  readonly onError: (error: unknown, context?: object) => void;
  /** New cases run on this broker; undefined: the embedded engine alone. */
  readonly zeebe?: ZeebeSettings | undefined;
}

export interface Casework {
  readonly engine: ProcessEngine;
  /** Of the broker; undefined without one. */
  readonly brokerHealth: BrokerHealth | undefined;
  readonly routes: readonly Route[];
  readonly subscribers: readonly OutboxSubscriber[];
  /** Begins to work off timers, jobs, messages and deadlines, beside other server processes. */
  start(): Promise<void>;
  /** Ends after what is at hand. */
  stop(): Promise<void>;
}

/** Puts cases, tasks, records, deadlines, supervision and the process engine together. */
export function createCasework(dependencies: CaseworkDependencies): Casework {
  const { database, definitions, live, clock, roles, notifications, onError } = dependencies;
  let loops: WorkerLoop[] = [];
  const signal = createWorkSignal(database, onError);
  // The first loop works for the engine.
  const wake = (): void => loops[0]?.wake();
  const notifier = createStepNotifier({
    live,
    wake(soon) {
      wake();
      if (soon) signal.tell();
    },
  });
  const embedded = createEmbeddedEngine({
    ...{ database, definitions, clock, notifier, onError },
    startByMessage: (messageId) => eventStarts.startByMessage(messageId),
  });
  const zeebe =
    dependencies.zeebe && createZeebe({ ...dependencies, settings: dependencies.zeebe, notifier, embedded });
  const engine = zeebe?.engine ?? embedded;
  const startCase = createStartCaseByEvent({ ...dependencies, engine });
  const recipients = createRecipients(database, roles);
  const onFailedStart = createTellFailedStart({ definitions, recipients, notifications });
  const eventStarts: EventStarts = createEventStarts({ ...dependencies, startCase, onFailedStart });
  return {
    engine,
    brokerHealth: zeebe?.health,
    routes: [
      ...createRoutes(dependencies, engine, () => notifier.wake()),
      ...createBrokerRoutes({ database, health: zeebe?.health }),
    ],
    subscribers: [createNotificationSubscriber({ recipients, notifications })],
    async start() {
      const work = async (): Promise<number> =>
        (await doDueWork({ database, engine: embedded, clock, onError })) +
        (await eventStarts.startDue()) +
        (await migrateDueInstances({ database, definitions, engine, clock, onError }));
      loops = [
        startWorkerLoop({ work, pollMs: POLL_MS, untilNext: () => untilDueWork({ database, clock }), onError }),
        startWorkerLoop({ work: () => climbLadders({ ...dependencies, recipients }), pollMs: LADDER_POLL_MS, onError }),
      ];
      await signal.hear(wake);
      await zeebe?.start();
    },
    async stop() {
      await zeebe?.stop();
      await Promise.all(loops.map((loop) => loop.stop()));
      loops = [];
      await signal.stop();
    },
  };
}

function createRoutes(dependencies: CaseworkDependencies, engine: ProcessEngine, wake: () => void): Route[] {
  const { database, definitions } = dependencies;
  const processes = createProcessReadModel(database);
  const tasks = createTaskServices(dependencies);
  const cases = createCaseService(dependencies);
  const caseReader = createCaseReadModel({ ...dependencies, processes });
  const incidents = createIncidentReadModel({ database, definitions });
  return [
    ...createTaskRoutes({ ...dependencies, ...tasks, engine }),
    ...createCaseRoutes({ ...dependencies, engine, cases, caseReader }),
    ...createActivityRoutes({ ...dependencies, engine }),
    ...createMessageRoutes({ ...dependencies, messages: createMessageService({ ...dependencies, engine }) }),
    ...createRecordRoutes({ ...dependencies, records: createRecordService(dependencies) }),
    ...createDeadlineRoutes(dependencies),
    ...createSupervisionRoutes({ ...dependencies, ...tasks, supervision: createSupervisionReadModel(dependencies) }),
    ...createIncidentRoutes({ engine, incidents }),
    ...createOperationsRoutes({ ...dependencies, engine, processes, wake }),
  ];
}
