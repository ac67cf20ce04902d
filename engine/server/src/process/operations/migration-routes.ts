import type { InstanceMigrationRequest } from '@esocial/contracts/generated/api-process-instances-migration-one-request.ts';
import type { MigrationProposalQuery } from '@esocial/contracts/generated/api-process-instances-migration-proposal-query.ts';
import type { ProcessMigrationRequest } from '@esocial/contracts/generated/api-process-instances-migration-request.ts';
import type { MigrationResultQuery } from '@esocial/contracts/generated/api-process-instances-migration-results-query.ts';
import { contract, defineRoute } from '../../http/route.ts';
import type { Route } from '../../http/route.ts';
import type { ChangingDependencies } from '../changing.ts';
import { changing } from '../changing.ts';
import type { MigrationService } from './migration-service.ts';

export interface MigrationRouteDependencies extends ChangingDependencies {
  readonly migrations: MigrationService;
}

/** Moving running instances to another version of their workflow. */
export function createMigrationRoutes(dependencies: MigrationRouteDependencies): Route[] {
  const { migrations } = dependencies;
  const policy = { action: 'process.manage' };
  const migration = contract('api-process-instances-migration');
  const result = contract('api-process-instances-migration-result');
  return [
    defineRoute({
      method: 'get',
      path: '/api/v1/process-instances/migrations/proposal',
      operationId: 'proposeMigration',
      summary: 'How the elements of one workflow version map to those of another',
      policy,
      query: contract<MigrationProposalQuery>('api-process-instances-migration-proposal-query'),
      responses: { 200: contract('api-process-instances-migration-proposal'), 409: contract('problem') },
      handle: async ({ query, language }) => ({
        status: 200,
        body: await migrations.propose(query.source, query.target, language),
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/api/v1/process-instances/migrations',
      operationId: 'migrateProcessInstances',
      summary:
        'Migrates instances of a workflow version, or tells what would be refused; they are worked off one by one',
      policy,
      body: contract<ProcessMigrationRequest>('api-process-instances-migration-request'),
      responses: { 200: migration, 201: migration, 409: contract('problem') },
      idempotent: true,
      async handle({ actor, body }) {
        const made = await changing(dependencies, () => migrations.migrate(actor, body));
        if (made.id === null) return { status: 200, body: made };
        return { status: 201, body: made, headers: { location: `/api/v1/process-instances/migrations/${made.id}` } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/process-instances/migrations/:id',
      operationId: 'getMigration',
      summary: 'How far a migration is',
      policy,
      responses: { 200: migration },
      handle: async ({ actor, params }) => ({ status: 200, body: await migrations.get(actor, params.id) }),
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/process-instances/migrations/:id/results',
      operationId: 'listMigrationResults',
      summary: 'What came of each instance of a migration',
      policy,
      query: contract<MigrationResultQuery>('api-process-instances-migration-results-query'),
      responses: { 200: contract('api-process-instances-migration-results') },
      handle: async ({ actor, params, query }) => ({
        status: 200,
        body: await migrations.listResults(actor, params.id, query),
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/api/v1/process-instances/:id/migrations',
      operationId: 'migrateProcessInstance',
      summary: 'Migrates one instance to another version of its workflow, or tells why it cannot be',
      policy,
      ifMatch: 'optional',
      body: contract<InstanceMigrationRequest>('api-process-instances-migration-one-request'),
      responses: { 200: result, 201: result, 409: contract('problem'), 412: contract('problem') },
      idempotent: true,
      mayRepeat: ({ actor, params }) => migrations.requireManaged(actor, params.id),
      async handle({ actor, params, body, ifMatch }) {
        const target = { instanceId: params.id, version: ifMatch };
        const made = await changing(dependencies, () => migrations.migrateInstance(actor, target, body));
        return { status: made.outcome === 'migrated' ? 201 : 200, body: made };
      },
    }),
  ];
}
