import type { Database } from '../../../database/database.ts';
import type { ZeebeRecord } from './zeebe-record.ts';

const insert = `
  insert into zeebe_records (partition_id, position, at, value_type, intent, key, process_instance_key, value)
  select r.partition_id, r.position, r.at, r.value_type, r.intent, r.key, r.process_instance_key, r.value
  from jsonb_to_recordset($1) as r(partition_id smallint, position bigint, at timestamptz, value_type text, intent text,
    key bigint, process_instance_key bigint, value jsonb)
  on conflict do nothing returning partition_id as "partitionId", position`;

const columns = `r.partition_id as "partitionId", r.position, extract(epoch from r.at) * 1000 as timestamp,
  r.value_type as "valueType", r.intent, r.key::text, r.value, 'EVENT' as "recordType", '' as "brokerVersion"`;

/** Records of the broker's log as they were received, each once. */
export function createRecordStore(database: Database) {
  return {
    /** Keeps those that are new; gives them in their order. */
    async insert(records: readonly ZeebeRecord[]): Promise<ZeebeRecord[]> {
      if (records.length === 0) return [];
      const rows = await database.query<{ partitionId: number; position: string | number }>(insert, [
        JSON.stringify(records.map(toRow)),
      ]);
      const fresh = new Set(rows.map(({ partitionId, position }) => `${partitionId}-${position}`));
      return records.filter(({ partitionId, position }) => fresh.delete(`${partitionId}-${position}`));
    },

    /** One bulk of a partition at a time, whichever server process receives it. */
    async lockPartition(partitionId: number): Promise<void> {
      await database.query(`select pg_advisory_xact_lock(hashtextextended('zeebe partition ' || $1, 0))`, [
        partitionId,
      ]);
    },

    /** The records of an instance behind a position, in their order. */
    async listOf(instanceKey: string, after: number): Promise<ZeebeRecord[]> {
      const rows = await database.query<ZeebeRecord>(
        `select ${columns} from zeebe_records r where r.process_instance_key = $1 and r.position > $2
         order by r.position`,
        [instanceKey, after],
      );
      return rows.map((row) => ({ ...row, position: Number(row.position), timestamp: Number(row.timestamp) }));
    },

    async notePosition({ partitionId, position, timestamp }: ZeebeRecord): Promise<void> {
      await database.query(
        `insert into zeebe_partitions (partition_id, position, record_at, received_at) values ($1, $2, $3, clock_timestamp())
         on conflict (partition_id) do update set position = greatest(zeebe_partitions.position, excluded.position),
           record_at = greatest(zeebe_partitions.record_at, excluded.record_at), received_at = excluded.received_at`,
        [partitionId, position, new Date(timestamp)],
      );
    },

    /** Whether a record of this kind, about this instance or with this text in its value, has come since then. */
    async hasSince(valueType: string, about: { instanceKey: string } | { signalName: string }, since: Date) {
      const [condition, value] =
        'instanceKey' in about
          ? ['process_instance_key = $3::bigint', about.instanceKey]
          : [`value->>'signalName' = $3`, about.signalName];
      const rows = await database.query(
        `select 1 from zeebe_records where value_type = $1 and at >= $2 and ${condition} limit 1`,
        [valueType, since, value],
      );
      return rows.length > 0;
    },

    /** How far each partition has come. */
    async listPositions(): Promise<{ partitionId: number; position: number; lagSeconds: number }[]> {
      return database.query(
        `select partition_id as "partitionId", position::float8 as position,
           greatest(0, extract(epoch from received_at - record_at))::float8 as "lagSeconds"
         from zeebe_partitions order by partition_id`,
      );
    },
  };
}

export type RecordStore = ReturnType<typeof createRecordStore>;

function toRow({ partitionId, position, timestamp, valueType, intent, key, value }: ZeebeRecord) {
  return {
    partition_id: partitionId,
    position,
    at: new Date(timestamp).toISOString(),
    value_type: valueType,
    intent,
    key,
    process_instance_key: value['processInstanceKey'] ?? 0,
    value,
  };
}
