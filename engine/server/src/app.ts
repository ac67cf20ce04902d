import type { Express } from 'express';
import type { Logger } from 'pino';
import { createRoleCatalogue } from './access/role-catalogue.ts';
import { createAudit } from './audit/audit.ts';
import { createAuditReadModel } from './audit/audit-read-model.ts';
import { createAuditRoutes } from './audit/audit-routes.ts';
import { systemClock } from './clock/clock.ts';
import type { Database } from './database/database.ts';
import { describeCause } from './errors/describe-cause.ts';
import { createEventRoutes } from './events/event-routes.ts';
import { createLiveEvents } from './events/live-events.ts';
import { createOutboxDispatcher, forgetDelivered } from './events/outbox-dispatcher.ts';
import type { OutboxSubscriber } from './events/outbox-dispatcher.ts';
import { createHttpApp } from './http/http-app.ts';
import { createIdempotency } from './http/idempotency.ts';
import { createMetrics } from './http/metrics.ts';
import type { Route } from './http/route.ts';
import { createSchemaRegistry } from './http/schema-registry.ts';
import type { StaticApplication } from './http/static-files.ts';
import { createInstitutionRoutes } from './institutions/institution-routes.ts';
import { createInstitutionStore } from './institutions/institution-store.ts';
import { createNotificationReadModel } from './notifications/notification-read-model.ts';
import { createNotificationRoutes } from './notifications/notification-routes.ts';
import { createNotificationService } from './notifications/notification-service.ts';
import { createCasework } from './process/create-casework.ts';
import { describeBroker, measureBroker } from './process/zeebe/broker-figures.ts';
import { createRegistries } from './registries.ts';
import { createSandboxRoutes } from './sandbox/sandbox-routes.ts';
import { provideSaml } from './sandbox/provide-saml.ts';
import { createSamlClient } from './sessions/saml-client.ts';
import { createSamlRequestStore } from './sessions/saml-request-store.ts';
import { createSamlRoutes } from './sessions/saml-routes.ts';
import { createSessionCookies } from './sessions/session-cookie.ts';
import { createSessionRoutes } from './sessions/session-routes.ts';
import { createSessionService } from './sessions/session-service.ts';
import { createSessionStore } from './sessions/session-store.ts';
import { createSignInService } from './sessions/sign-in-service.ts';
import type { Settings } from './settings/settings.ts';
import { createPersonaStore } from './users/persona-store.ts';
import { createUserReadModel } from './users/user-read-model.ts';
import { createUserRoutes } from './users/user-routes.ts';
import { createUserStore } from './users/user-store.ts';

const HOUR_MS = 3_600_000;

export interface App {
  readonly http: Express;
  /** Begins to hear notifications and to work on what is due. */
  start(): Promise<void>;
  /** Ends the work at hand. */
  stop(): Promise<void>;
}

export interface AppOptions {
  readonly settings: Pick<Settings, 'publicUrl' | 'trustProxy' | 'saml' | 'session'> & Partial<Pick<Settings, 'zeebe'>>;
  readonly database: Database;
  readonly logger: Logger;
  readonly applications?: readonly StaticApplication[];
  readonly version?: string;
}

/** The composition root: makes every part once and hands it to those that need it. */
export async function createApp({
  settings,
  database,
  logger,
  applications = [],
  version = '0',
}: AppOptions): Promise<App> {
  const logError = (error: unknown): void => logger.error(describeCause(error), 'background work failed');

  const audit = createAudit(database);
  const live = createLiveEvents(database, logError);
  const idempotency = createIdempotency(database);
  const metrics = createMetrics();
  const users = createUserStore(database);
  const institutions = createInstitutionStore(database);
  const personas = createPersonaStore(database);
  const registries = createRegistries({ database, audit });
  const { definitions } = registries;

  const roles = createRoleCatalogue(database);
  const store = createSessionStore(database);
  const sessions = createSessionService({ database, store, roles, ...settings.session });
  const cookies = createSessionCookies(settings.publicUrl);
  const requests = createSamlRequestStore(database);
  const { samlSettings, identityProvider } = await provideSaml(database, settings);
  const saml = createSamlClient(samlSettings, settings.publicUrl, requests);
  const signIn = createSignInService({ database, saml, requests, sessions, users, institutions, roles, audit });
  const environment = {
    sandbox: identityProvider !== undefined,
    engine: settings.zeebe ? 'zeebe' : 'embedded',
  } as const;

  const notifications = createNotificationService(database, live);
  const caseworkParts = {
    database,
    definitions,
    audit,
    live,
    notifications,
    roles,
    clock: systemClock,
    onError: logError,
    zeebe: settings.zeebe,
  };
  const casework = createCasework(caseworkParts);

  const routes: Route[] = [
    ...createSessionRoutes({ database, sessions, cookies, users, institutions, roles, audit, environment }),
    ...createSamlRoutes({ database, saml, signIn, sessions, store, cookies, audit }),
    ...(identityProvider ? createSandboxRoutes({ identityProvider, personas, signIn, cookies }) : []),
    ...createUserRoutes({ users: createUserReadModel(database) }),
    ...createInstitutionRoutes({ institutions }),
    ...createNotificationRoutes({ notifications: createNotificationReadModel(database), live }),
    ...createAuditRoutes({ database, audit, events: createAuditReadModel(database) }),
    ...createEventRoutes({ database, live, sessions, cookies }),
    ...registries.routes,
    ...casework.routes,
  ];

  if (casework.brokerHealth) measureBroker(metrics.registry, casework.brokerHealth);
  const subscribers: OutboxSubscriber[] = [...casework.subscribers];
  const dispatcher = createOutboxDispatcher({ database, subscribers, onError: logError });

  const http = createHttpApp({
    routes,
    idempotency,
    logger,
    metrics,
    applications,
    version,
    schemas: createSchemaRegistry(),
    findActor: (request) => sessions.findActor(cookies.read(request)),
    describeHealth: casework.brokerHealth && describeBroker(casework.brokerHealth),
    isReady: async () => (await database.query('select 1')).length === 1,
    publicUrl: settings.publicUrl,
    trustProxy: settings.trustProxy,
    sandbox: environment.sandbox,
    formTargets: [...new Set([samlSettings.signInUrl, samlSettings.signOutUrl].map((url) => new URL(url).origin))],
  });

  async function tidy(): Promise<void> {
    await Promise.all([idempotency.forgetOld(), requests.removeExpired(), forgetDelivered(database)]);
  }
  let tidying: NodeJS.Timeout | undefined;

  return {
    http,
    async start() {
      await Promise.all([sessions.start(), live.start(), definitions.start(), dispatcher.start()]);
      await casework.start();
      tidying = setInterval(() => void tidy().catch(logError), HOUR_MS);
      tidying.unref();
    },
    async stop() {
      clearInterval(tidying);
      await casework.stop();
      await dispatcher.stop();
      await live.stop();
    },
  };
}
