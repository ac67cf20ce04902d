import type { TestWorld } from '@esocial/server/process/testing/test-world.ts';
import type { ConformanceCase } from '../scenario.ts';
import { withForms } from './with-forms.ts';

/** One case on the embedded engine: the version of its workflow, which only its own instances have. */
export interface EmbeddedCase {
  readonly world: TestWorld;
  readonly versionId: string;
  readonly workflowKey: string;
  /** The last row of each task and job that was open: a command may come too late. */
  readonly seen: Map<string, Target>;
}

export interface Target {
  readonly id: string;
  readonly instanceId: string;
}

/** Publishes the case's files as a workflow of its own. */
export async function publishCase(world: TestWorld, { id, bpmn, dmn }: ConformanceCase): Promise<EmbeddedCase> {
  const workflowKey = id.replaceAll('/', '-');
  const versionId = await world.publish('workflow', workflowKey, {
    file: {
      key: workflowKey,
      title: workflowKey,
      legalBasis: [],
      startForm: 'request',
      startAction: 'Start',
      caseNumberPrefix: 'REQ',
      stages: [{ key: 'work', title: 'Work', elements: ['none'] }],
    },
    bpmn: withForms(bpmn),
    decisions: dmn === null ? {} : { decision: dmn },
    templates: {},
    translations: {},
  });
  return { world, versionId, workflowKey, seen: new Map() };
}
