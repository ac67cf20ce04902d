import { newId } from '../../ids/new-id.ts';
import type { Case, MatrixWorld, Someone } from './matrix-world.ts';
import type { Operation } from './matrix-operations.ts';

const insiders: readonly Someone[] = ['owner', 'teammate', 'chief'];
const readers: readonly Someone[] = [...insiders, 'administrator'];
const keepers: readonly Someone[] = ['administrator'];
const because = { reason: 'a cerut-o instanța' };
const anyVersion = { 'if-match': '*' };

const claimed = (world: MatrixWorld): Promise<Case> => world.another();

async function instanceOf({ server }: MatrixWorld, { caseId }: Case): Promise<string> {
  const sql = 'select id from process_instances where case_id = $1 and parent_instance_id is null';
  const [row] = await server.test.database.query<{ id: string }>(sql, [caseId]);
  return `/api/v1/process-instances/${row?.id}`;
}

async function suspended(world: MatrixWorld): Promise<Case> {
  const made = await world.another();
  await world.clients.administrator.post(`${await instanceOf(world, made)}/suspensions`, because, anyVersion);
  return made;
}

const migration = async (world: MatrixWorld, dryRun = true) => {
  const version = await versionOf(world);
  return { sourceVersionId: version, targetVersionId: version, dryRun, ...because };
};

/** The path of a migration that the administrator has asked for. */
async function madeMigration(world: MatrixWorld): Promise<string> {
  const nobody = { instanceIds: [newId()] };
  const request = { ...(await migration(world, false)), ...nobody };
  const { body } = await world.clients.administrator.post<{ id: string }>(
    '/api/v1/process-instances/migrations',
    request,
  );
  return `/api/v1/process-instances/migrations/${body.id}`;
}

const versionOf = async ({ server }: MatrixWorld): Promise<string> => {
  const [row] = await server.test.database.query<{ id: string }>(
    `select id from definition_versions where kind = 'workflow' and key = 'protectia-copilului' and state = 'active'`,
  );
  return row?.id ?? '';
};

/** The operation of processes, by everybody. */
export const processOperations: readonly Operation[] = [
  {
    ...{ id: 'listProcessInstances', may: readers, impersonal: true, filtered: (world) => world.instanceId },
    call: (client, world) => client.get(`/api/v1/process-instances?case=${world.case.caseId}`),
  },
  {
    ...{ id: 'summariseProcessInstances', may: [...readers, 'otherTeam', 'stranger', 'otherChief'], impersonal: true },
    call: (client) => client.get('/api/v1/process-instances/summary'),
  },
  {
    ...{ id: 'getProcessInstance', may: readers, impersonal: true },
    call: (client, world) => client.get(`/api/v1/process-instances/${world.instanceId}`),
  },
  {
    ...{ id: 'listProcessSteps', may: readers, impersonal: true },
    call: (client, world) => client.get(`/api/v1/process-instances/${world.instanceId}/steps`),
  },
  {
    ...{ id: 'getProcessVariables', may: ['chief'] },
    call: (client, world) => client.get(`/api/v1/process-instances/${world.instanceId}/variables`),
  },
  {
    ...{ id: 'setProcessVariables', may: keepers, given: claimed, impersonal: true },
    call: async (client, world, target) =>
      client.patch(
        `${await instanceOf(world, target)}/variables`,
        { variables: { probe: true }, ...because },
        anyVersion,
      ),
  },
  {
    ...{ id: 'modifyProcessInstance', may: keepers, given: claimed, impersonal: true },
    call: async (client, world, target) =>
      client.post(
        `${await instanceOf(world, target)}/modifications`,
        { terminate: [target.taskId], ...because },
        anyVersion,
      ),
  },
  {
    ...{ id: 'suspendProcessInstance', may: keepers, given: claimed, impersonal: true },
    call: async (client, world, target) =>
      client.post(`${await instanceOf(world, target)}/suspensions`, because, anyVersion),
  },
  {
    ...{ id: 'resumeProcessInstance', may: keepers, given: suspended, impersonal: true },
    call: async (client, world, target) => client.delete(`${await instanceOf(world, target)}/suspensions`, anyVersion),
  },
  {
    ...{ id: 'cancelProcessInstance', may: keepers, given: claimed, impersonal: true },
    call: async (client, world, target) =>
      client.post(`${await instanceOf(world, target)}/cancellations`, because, anyVersion),
  },
  {
    ...{ id: 'proposeMigration', may: keepers, impersonal: true },
    async call(client, world) {
      const version = await versionOf(world);
      return client.get(`/api/v1/process-instances/migrations/proposal?source=${version}&target=${version}`);
    },
  },
  {
    ...{ id: 'migrateProcessInstances', may: keepers, impersonal: true },
    call: async (client, world) =>
      client.post('/api/v1/process-instances/migrations', {
        ...(await migration(world, false)),
        instanceIds: [newId()],
      }),
  },
  {
    ...{ id: 'getMigration', may: keepers, impersonal: true },
    call: async (client, world) => client.get(await madeMigration(world)),
  },
  {
    ...{ id: 'listMigrationResults', may: keepers, impersonal: true },
    call: async (client, world) => client.get(`${await madeMigration(world)}/results`),
  },
  {
    ...{ id: 'migrateProcessInstance', may: keepers, given: claimed, impersonal: true },
    call: async (client, world, target) =>
      client.post(`${await instanceOf(world, target)}/migrations`, {
        targetVersionId: await versionOf(world),
        ...because,
      }),
  },
  {
    ...{ id: 'retryIncidents', may: keepers, impersonal: true, filtered: () => '"retried"' },
    call: async (client, world) =>
      client.post('/api/v1/incidents/retries', { incidentIds: [await world.addIncident()] }),
  },
  {
    ...{ id: 'broadcastSignal', may: keepers, impersonal: true },
    call: (client) => client.post('/api/v1/signals', { name: 'nobody-waits', ...because }),
  },
];
