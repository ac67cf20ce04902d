import type { EngineTarget } from '@esocial/process-core/model/rules/engine-targets.ts';
import { checkClassifier } from './check-classifier.ts';
import { checkForm } from './check-form.ts';
import { checkPolicy } from './check-policy.ts';
import type { WorkflowCoverage } from './check-scenarios.ts';
import { checkScenarios } from './check-scenarios.ts';
import { checkWorkflow } from './check-workflow.ts';
import { hasErrors } from './content-fault.ts';
import type { ContentFault } from './content-fault.ts';
import type { ContentFolder } from './content-folder.ts';
import { indexContent } from './content-index.ts';
import type { ContentIndex } from './content-index.ts';
import type { DefinitionSource, KnownDefinitions } from './definition-source.ts';
import { nothingKnown } from './definition-source.ts';
import { readContent } from './read-content.ts';

export interface ValidatedContent {
  /** The definitions without faults; complete only when there is no error. */
  readonly definitions: readonly DefinitionSource[];
  readonly faults: readonly ContentFault[];
  /** What the scenarios visit; empty when they were not played. */
  readonly coverage: readonly WorkflowCoverage[];
}

/**
 * Reads and checks a content folder and collects everything that is wrong with it. A reference is good when its
 * target stands in the folder or is among `known`, the definitions that the server has already. Procedures have to be
 * such as `engine` can run.
 */
export async function validateContent(
  root: string,
  known: KnownDefinitions = nothingKnown,
  engine: EngineTarget = 'embedded',
): Promise<ValidatedContent> {
  const { content, faults } = await readContent(root);
  return { ...(await checkContent(content, indexContent(content, known, engine), faults)), faults };
}

/**
 * Whatever others refer to is checked before them: classifiers, forms, workflows, policies. Scenarios are played when
 * all of it is right: a story of broken definitions tells nothing.
 */
async function checkContent(
  content: ContentFolder,
  index: ContentIndex,
  faults: ContentFault[],
): Promise<Pick<ValidatedContent, 'definitions' | 'coverage'>> {
  const definitions = [
    ...content.classifiers.map((source) => checkClassifier(source, index, faults)),
    ...content.forms.map((source) => checkForm(source, index, faults)),
  ];
  for (const source of content.workflows) definitions.push(await checkWorkflow(source, index, faults));
  definitions.push(...content.policies.map((source) => checkPolicy(source, index, faults)));
  const coverage = hasErrors(faults) ? [] : checkScenarios(content, index, faults);
  return { definitions: definitions.filter((definition) => definition !== undefined), coverage };
}
