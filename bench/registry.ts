import type { Benchmark } from './benchmark.ts';
import { p12Validation } from './p12-validation.ts';
import { p15Timers } from './p15-timers.ts';
import { p1Completion } from './p1-completion.ts';
import { p2DatabaseCost } from './p2-database-cost.ts';
import { p3Throughput } from './p3-throughput.ts';
import { p5Engines } from './p5-engines.ts';
import { p6NextTask } from './p6-next-task.ts';
import { p4PersistedStep } from './p4-persisted-step.ts';
import { p7TaskList } from './p7-task-list.ts';
import { p9p10Forms } from './p9-p10-forms.ts';

export const benchmarks: readonly Benchmark[] = [
  p2DatabaseCost,
  p3Throughput,
  p4PersistedStep,
  p5Engines,
  p6NextTask,
  p7TaskList,
  p9p10Forms,
  p12Validation,
  p15Timers,
  p1Completion,
];
