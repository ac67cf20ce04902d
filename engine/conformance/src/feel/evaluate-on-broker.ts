import type { Json } from '@esocial/process-core/types.ts';
import type { Broker } from '../zeebe/broker.ts';
import type { RecordView } from '../zeebe/record-view.ts';
import type { FeelExample } from './expressions.ts';
import { feelProcess } from './feel-process.ts';

/** What became of an expression: a value, or why it has none. */
export type FeelOutcome = { readonly value: Json } | { readonly failed: string };

const perProcess = 40;

/** Evaluates every expression on the broker, many in one process instance, and reads the variables from its stream. */
export async function evaluateOnBroker(
  broker: Broker,
  view: RecordView,
  examples: readonly FeelExample[],
): Promise<FeelOutcome[]> {
  const batches: { id: string; examples: readonly FeelExample[] }[] = [];
  for (let at = 0; at < examples.length; at += perProcess) {
    batches.push({ id: `feel-${batches.length}`, examples: examples.slice(at, at + perProcess) });
  }
  await broker.client.deployResources(
    batches.map(({ id, examples: some }) => ({ name: `${id}.bpmn`, process: Buffer.from(feelProcess(id, some)) })),
  );
  for (const { id } of batches) await broker.client.createProcessInstance({ bpmnProcessId: id, variables: {} });
  await broker.settle();
  return batches.flatMap(({ id, examples: some }) => some.map((_, index) => outcomeOf(view, id, index)));
}

function outcomeOf(view: RecordView, process: string, index: number): FeelOutcome {
  const instance = [...view.instances.values()].find((one) => one.process === process);
  const variables = view.variables.get(instance?.key ?? -1) ?? {};
  const value = variables[`r${index}`];
  if (value !== undefined) return { value };
  const incident = [...view.incidents.values()].find(
    (open) => open.process === process && open.value.elementId === `T${index}`,
  );
  return { failed: incident?.value.errorType ?? 'no value' };
}

/** Whether the broker refuses a process with this text for an expression. */
export async function isRefused(broker: Broker, expression: string, number: number): Promise<boolean> {
  const process = feelProcess(`feel-refused-${number}`, [{ group: 'refused', expression }]);
  return broker.client
    .deployResources([{ name: `feel-refused-${number}.bpmn`, process: Buffer.from(process) }])
    .then(() => false)
    .catch(() => true);
}
