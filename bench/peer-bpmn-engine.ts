import { Engine } from 'bpmn-engine';
import type { Pool } from 'pg';

/** A chain of user tasks, as a diagram without layout. */
export function chainOfTasks(count: number): string {
  const tasks = Array.from({ length: count }, (_, index) => `<bpmn:userTask id="Task_${index}" />`).join('');
  const nodes = ['Start', ...Array.from({ length: count }, (_, index) => `Task_${index}`), 'End'];
  const flows = nodes
    .slice(1)
    .map(
      (target, index) => `<bpmn:sequenceFlow id="Flow_${index}" sourceRef="${nodes[index]}" targetRef="${target}" />`,
    )
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="bench">
    <bpmn:process id="Chain" isExecutable="true"><bpmn:startEvent id="Start" />${tasks}<bpmn:endEvent id="End" />${flows}</bpmn:process></bpmn:definitions>`;
}

type EngineState = ReturnType<Engine['getState']> extends Promise<infer State> ? State : never;

/** bpmn-engine with its state kept in one row: load, recover, signal the waiting task, save. */
export function createBpmnEnginePeer(pool: Pool) {
  const id = crypto.randomUUID();

  async function save(state: EngineState): Promise<void> {
    await pool.query(
      'insert into peer_state (id, state) values ($1, $2) on conflict (id) do update set state = excluded.state',
      [id, JSON.stringify(state)],
    );
  }

  return {
    async start(source: string): Promise<void> {
      await pool.query('create table if not exists peer_state (id uuid primary key, state jsonb not null)');
      const engine = new Engine({ name: 'peer', source });
      await engine.execute();
      await save(await engine.getState());
      void engine.stop();
    },
    /** Completes the task that waits; false when the process has ended. */
    async step(): Promise<boolean> {
      const { rows } = await pool.query<{ state: EngineState }>('select state from peer_state where id = $1', [id]);
      const engine = new Engine({ name: 'peer' }).recover(rows[0]?.state);
      const execution = await engine.resume();
      const [task] = execution.getPostponed();
      if (!task) return false;
      task.signal();
      await save(await engine.getState());
      void engine.stop();
      return execution.state !== 'idle';
    },
  };
}
