import type { CaseDetail } from '@esocial/contracts/generated/api-cases-detail.ts';
import { findReachable } from '@esocial/process-core/model/reachable.ts';
import type { Language } from '../access/actor.ts';
import type { Database } from '../database/database.ts';
import type { CompiledWorkflow } from '../definitions/definition.ts';
import { workflowTexts } from './workflow-texts.ts';

/**
 * The stages of a case as a line: those entered before are done, with the day on which they were last entered. The
 * others are ahead while the procedure can still come to one of their elements from where it is, else it has passed
 * them by; of a closed case nothing is ahead.
 */
export async function listStages(
  database: Database,
  workflow: CompiledWorkflow,
  row: { id: string; stage: string | null; status: string; activeElements: readonly string[] },
  language: Language,
): Promise<CaseDetail['stages']> {
  const entered = await database.query<{ stage: string; at: Date }>(
    `select params->>'stage' as stage, max(at) as at from case_events
     where case_id = $1 and kind = 'case' and event = 'stage.entered' group by 1`,
    [row.id],
  );
  const times = new Map(entered.map(({ stage, at }) => [stage, at.toISOString()]));
  const texts = workflowTexts(workflow, language);
  const reachable =
    row.status === 'closed' ? new Set<string>() : findReachable([...workflow.processes.values()], row.activeElements);
  return workflow.file.stages.map(({ key, elements }) => {
    const at = times.get(key);
    const current = key === row.stage && row.status !== 'closed';
    const notEntered = elements.some((id) => reachable.has(id)) ? 'ahead' : 'skipped';
    return {
      key,
      title: texts.stageTitle(key),
      state: current ? 'current' : at ? 'done' : notEntered,
      ...(at ? { at } : {}),
    };
  });
}
