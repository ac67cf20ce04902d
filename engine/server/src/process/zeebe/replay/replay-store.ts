import type { Database } from '../../../database/database.ts';
import type { BrokerState } from '../view/broker-state.ts';

export interface KeptInstance {
  readonly instanceId: string;
  readonly brokerKey: string;
  readonly appliedPosition: number;
  readonly processId: string;
  readonly workflowVersionId: string;
  readonly version: number;
  readonly state: BrokerState;
}

const page = `
  select i.id as "instanceId", z.broker_key::text as "brokerKey", z.applied_position::float8 as "appliedPosition",
    i.process_id as "processId", i.workflow_version_id as "workflowVersionId", i.version, i.state
  from zeebe_instances z join process_instances i on i.id = z.instance_id
  where z.broker_key is not null and not z.halted and i.id > $1 order by i.id limit $2`;

/** The view of the broker as it is kept. */
export function createReplayStore(database: Database) {
  return {
    listAfter: (instanceId: string, limit: number) => database.query<KeptInstance>(page, [instanceId, limit]),

    /** Writes a state that was computed anew; false when the instance has moved on meanwhile. */
    async rewrite({ instanceId, version }: KeptInstance, state: BrokerState): Promise<boolean> {
      const rows = await database.query(
        `update process_instances set state = $3, status = $4 where id = $1 and version = $2 returning id`,
        [instanceId, version, JSON.stringify(state), state.status],
      );
      return rows.length > 0;
    },
  };
}
