import type { ConformanceCase, Observed } from '../scenario.ts';
import type { Broker, ZeebeVersion } from './broker.ts';
import { startBroker } from './broker.ts';
import type { RecordView } from './record-view.ts';
import { createRecordView, follow } from './record-view.ts';
import { playOnBroker } from './run-cases.ts';

export interface ZeebeEngine {
  readonly broker: Broker;
  readonly view: RecordView;
  play(cases: readonly ConformanceCase[]): Promise<Map<string, Observed>>;
  stop(): Promise<void>;
}

/** A broker of this version for the suite. Stop it, whatever happens. */
export async function startZeebeEngine(version: ZeebeVersion): Promise<ZeebeEngine> {
  const view = createRecordView();
  const broker = await startBroker(version, (record) => follow(view, record));
  return { broker, view, play: (cases) => playOnBroker(broker, view, cases), stop: () => broker.stop() };
}
