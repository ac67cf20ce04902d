import type { WorkflowDetail } from '@esocial/contracts/generated/api-workflows-detail.ts';
import type { WorkflowList } from '@esocial/contracts/generated/api-workflows-list.ts';
import { scopeOf } from '../access/decide.ts';
import type { Clock } from '../clock/clock.ts';
import { legalDay } from '../clock/legal-day.ts';
import { NotFoundError } from '../errors/app-error.ts';
import { contract, defineRoute, queryOf } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import type { CompiledWorkflow, Language } from './definition.ts';
import { startedByForm } from './compile-workflow.ts';
import type { DefinitionReader } from './definition-reader.ts';
import { elementName, stageTitle, translated, workflowTitle } from './workflow-titles.ts';

export interface WorkflowRouteDependencies {
  readonly definitions: DefinitionReader;
  readonly clock: Clock;
}

export function createWorkflowRoutes({ definitions, clock }: WorkflowRouteDependencies): Route[] {
  async function versionOf(key: string, version: string | undefined): Promise<string> {
    if (version === undefined) {
      const active = await definitions.findActive('workflow', key, legalDay(clock.now()));
      if (!active) throw new NotFoundError('active workflow', key);
      return active.id;
    }
    const found = await definitions.getVersion(version);
    if (found.kind !== 'workflow' || found.key !== key) throw new NotFoundError(`version of workflow ${key}`, version);
    return found.id;
  }

  return [
    defineRoute({
      method: 'get',
      path: '/api/v1/workflows',
      operationId: 'listWorkflows',
      summary: 'Procedures in force for who may start some; startedByForm says which',
      policy: 'signed-in',
      responses: { 200: contract<WorkflowList>('api-workflows-list') },
      async handle({ actor, language }) {
        if (!scopeOf(actor, 'case.start')) return { status: 200, body: { items: [], nextCursor: null } };
        const active = await definitions.listActive('workflow', legalDay(clock.now()));
        const workflows = await Promise.all(active.map(({ id }) => definitions.compiledWorkflow(id)));
        const items = workflows.map((workflow) => ({
          ...toItem(workflow, language),
          startedByForm: startedByForm(workflow),
        }));
        items.sort((left, right) => left.title.localeCompare(right.title, language));
        return { status: 200, body: { items, nextCursor: null } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/workflows/:key',
      operationId: 'getWorkflow',
      summary: 'A procedure with its diagram: the version in force, or the one named',
      policy: 'signed-in',
      query: queryOf<{ version?: string }>({ version: { type: 'string', format: 'uuid' } }),
      responses: { 200: contract<WorkflowDetail>('api-workflows-detail') },
      async handle({ params, query, language }) {
        const workflow = await definitions.compiledWorkflow(await versionOf(params.key, query.version));
        return { status: 200, body: toDetail(workflow, language) };
      },
    }),
  ];
}

function toItem(workflow: CompiledWorkflow, language: Language): Omit<WorkflowList['items'][number], 'startedByForm'> {
  const { file, translations, versionId } = workflow;
  const text = (pointer: string, romanian: string) => translated(translations, 'workflow', pointer, language, romanian);
  return {
    ...{ key: file.key, versionId, startForm: file.startForm, title: workflowTitle(workflow, language) },
    startAction: text('/startAction', file.startAction),
    ...(file.description === undefined ? {} : { description: text('/description', file.description) }),
  };
}

function toDetail(workflow: CompiledWorkflow, language: Language): WorkflowDetail {
  const { file, bpmn, number, processes } = workflow;
  const elements = [...processes.values()].flatMap((process) => [...process.elements.values()]);
  const names = elements
    .filter(({ name }) => name !== '')
    .map(({ id, name }) => [id, elementName(workflow, id, language, name)]);
  return {
    ...toItem(workflow, language),
    ...{ number, bpmn, legalBasis: file.legalBasis },
    elementNames: Object.fromEntries(names) as Record<string, string>,
    stages: file.stages.map(({ key, elements: ids }) => ({
      key,
      title: stageTitle(workflow, key, language),
      elements: [...ids],
    })),
  };
}
