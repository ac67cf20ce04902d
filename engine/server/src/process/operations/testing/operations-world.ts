import type { Actor, Permission } from '../../../access/actor.ts';
import type { Audit } from '../../../audit/audit.ts';
import { createAudit } from '../../../audit/audit.ts';
import { createProcessReadModel } from '../../process-read-model.ts';
import type { TestWorld } from '../../testing/test-world.ts';
import { createTestWorld, insertUser } from '../../testing/test-world.ts';
import type { InstanceReadModel } from '../instance-read-model.ts';
import { createInstanceReadModel } from '../instance-read-model.ts';
import type { OperationsService } from '../operations-service.ts';
import { createOperationsService } from '../operations-service.ts';

/** The test office with an administrator who looks after its processes, and a supervisor who may see variables. */
export interface OperationsWorld extends TestWorld {
  readonly audit: Audit;
  readonly administrator: Actor;
  readonly supervisor: Actor;
  readonly instances: InstanceReadModel;
  readonly operations: OperationsService;
  instanceIds(caseId: string): Promise<string[]>;
  /** Does it in one unit of work, as a route would. */
  operate(work: (operations: OperationsService) => Promise<void>): Promise<void>;
  auditOf(objectId: string): Promise<{ verb: string; reason: string | null; fields: string[] }[]>;
}

const everywhere = (actions: readonly string[]): Permission[] =>
  actions.map((action) => ({ action, relation: 'all', classes: ['public'] }));

export async function createOperationsWorld(): Promise<OperationsWorld> {
  const world = await createTestWorld();
  const { database, definitions, institutionId } = world;
  const audit = createAudit(database);
  const operations = createOperationsService({ ...world, audit });
  const processes = createProcessReadModel(database);
  return {
    ...world,
    audit,
    administrator: await insertUser(
      database,
      institutionId,
      'Admin',
      ['administrator'],
      everywhere(['process.read', 'process.manage', 'signal.broadcast', 'incident.read']),
    ),
    supervisor: await insertUser(
      database,
      institutionId,
      'Supervisor',
      ['supervisor'],
      everywhere(['process.read', 'process.variables']),
    ),
    instances: createInstanceReadModel({ database, definitions, processes, audit }),
    operations,
    async instanceIds(caseId) {
      const sql = 'select id from process_instances where case_id = $1 order by parent_instance_id nulls first, id';
      return (await database.query<{ id: string }>(sql, [caseId])).map(({ id }) => id);
    },
    operate: (work) => database.transaction(() => work(operations)),
    auditOf: (objectId) =>
      database.query('select verb, reason, fields from audit_events where object_id = $1 order by id', [objectId]),
  };
}
