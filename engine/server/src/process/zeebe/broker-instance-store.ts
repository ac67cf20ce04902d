import type { Database } from '../../database/database.ts';

/** An instance of ours on the broker. */
export interface BrokerInstance {
  readonly instanceId: string;
  readonly caseId: string;
  readonly brokerKey: string | null;
  readonly appliedPosition: number;
  readonly halted: boolean;
  readonly actorId: string | null;
}

const columns = `instance_id as "instanceId", case_id as "caseId", broker_key::text as "brokerKey",
  applied_position::float8 as "appliedPosition", halted, actor_id as "actorId"`;

/** Which instances run on the broker, how far its records of them are applied, and what they wait for. */
export function createBrokerInstanceStore(database: Database) {
  const list = (where: string, values: readonly unknown[]): Promise<BrokerInstance[]> =>
    database.query<BrokerInstance>(
      `select ${columns} from zeebe_instances where ${where} order by instance_id`,
      values,
    );

  return {
    async insert(row: { instanceId: string; caseId: string; brokerKey: string | null; actorId: string | null }) {
      await database.query(
        `insert into zeebe_instances (instance_id, case_id, broker_key, actor_id) values ($1, $2, $3, $4)
         on conflict (instance_id) do nothing`,
        [row.instanceId, row.caseId, row.brokerKey, row.actorId],
      );
    },

    listByKeys: (keys: readonly string[]) => list('broker_key = any($1::bigint[])', [keys]),
    listByIds: (ids: readonly string[]) => list('instance_id = any($1::uuid[])', [ids]),
    listOfCase: (caseId: string) => list('case_id = $1', [caseId]),
    async find(instanceId: string): Promise<BrokerInstance | undefined> {
      return (await list('instance_id = $1', [instanceId]))[0];
    },

    async noteKey(instanceId: string, brokerKey: string): Promise<void> {
      await database.query('update zeebe_instances set broker_key = $2 where instance_id = $1 and broker_key is null', [
        instanceId,
        brokerKey,
      ]);
    },

    /** The records of these instances are applied up to here, and this person acted last in their case. */
    async noteApplied(caseId: string, instanceIds: readonly string[], position: number, actorId: string | null) {
      await database.query(
        `update zeebe_instances set actor_id = $4, applied_position =
           case when instance_id = any($2::uuid[]) then greatest(applied_position, $3) else applied_position end
         where case_id = $1`,
        [caseId, instanceIds, position, actorId],
      );
    },

    async setHalted(caseId: string, halted: boolean): Promise<void> {
      await database.query('update zeebe_instances set halted = $2 where case_id = $1', [caseId, halted]);
    },

    async openSubscription(row: {
      key: string;
      messageName: string;
      correlationKey: string;
      caseId: string;
      instanceId: string;
      elementId: string;
    }): Promise<void> {
      await database.query(
        `insert into zeebe_subscriptions (element_instance_key, message_name, correlation_key, case_id, instance_id,
           element_id) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
        [row.key, row.messageName, row.correlationKey, row.caseId, row.instanceId, row.elementId],
      );
    },

    async closeSubscription(key: string, messageName: string): Promise<void> {
      await database.query('delete from zeebe_subscriptions where element_instance_key = $1 and message_name = $2', [
        key,
        messageName,
      ]);
    },

    async closeSubscriptionsOf(instanceId: string): Promise<void> {
      await database.query('delete from zeebe_subscriptions where instance_id = $1', [instanceId]);
    },
  };
}

export type BrokerInstanceStore = ReturnType<typeof createBrokerInstanceStore>;
