import type { Database } from '../../../database/database.ts';
import type { DefinitionReader } from '../../../definitions/definition-reader.ts';
import { createRecordStore } from '../record-stream/record-store.ts';
import { differences, replayInstance } from './replay-instance.ts';
import { createReplayStore } from './replay-store.ts';
import type { KeptInstance } from './replay-store.ts';

const PAGE = 100;
const FIRST = '00000000-0000-0000-0000-000000000000';

export interface Difference {
  readonly instanceId: string;
  /** What differs: status, elements, variables, incidents. */
  readonly parts: readonly string[];
  readonly rewritten: boolean;
}

export interface ReplayReport {
  readonly instances: number;
  readonly differences: readonly Difference[];
}

/**
 * Computes our view of the broker anew from the records that were kept, and compares it with the one that the stream
 * has built up; with `rebuild` what differs is written. May run beside servers.
 */
export async function replayView(
  { database, definitions }: { database: Database; definitions: DefinitionReader },
  { rebuild }: { rebuild: boolean },
): Promise<ReplayReport> {
  const store = createReplayStore(database);
  const records = createRecordStore(database);
  const found: Difference[] = [];
  let instances = 0;
  let page: KeptInstance[] = [];
  do {
    page = await store.listAfter(page.at(-1)?.instanceId ?? FIRST, PAGE);
    instances += page.length;
    for (const kept of page) {
      const { processes } = await definitions.compiledWorkflow(kept.workflowVersionId);
      const model = processes.get(kept.processId);
      if (!model) throw new Error(`Workflow version ${kept.workflowVersionId} has no process ${kept.processId}`);
      const known = await records.listOf(kept.brokerKey, 0);
      const applied = known.filter(({ position }) => position <= kept.appliedPosition);
      const replayed = replayInstance(model, kept, applied);
      const parts = differences(kept.state, replayed);
      if (parts.length === 0) continue;
      const rewritten = rebuild && (await store.rewrite(kept, replayed));
      found.push({ instanceId: kept.instanceId, parts, rewritten });
    }
  } while (page.length === PAGE);
  return { instances, differences: found };
}
