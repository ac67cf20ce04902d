import type { MigrationProposal } from '@esocial/contracts/generated/api-process-instances-migration-proposal.ts';
import type { MigrationResult } from '@esocial/contracts/generated/api-process-instances-migration-result.ts';
import type { MigrationFault, MigrationMapping } from '@esocial/process-core/migration/migration-plan.ts';
import { planMigration } from '@esocial/process-core/migration/plan-migration.ts';
import { proposeMapping } from '@esocial/process-core/migration/propose-mapping.ts';
import type { ProcessModel } from '@esocial/process-core/model/model.ts';
import type { Language } from '../../access/actor.ts';
import { workflowTexts } from '../../cases/workflow-texts.ts';
import type { CompiledWorkflow } from '../../definitions/definition.ts';
import type { DefinitionReader } from '../../definitions/definition-reader.ts';
import { ConflictError } from '../../errors/app-error.ts';
import type { MigratableInstance } from './migration-store.ts';

/** Elements that are named otherwise in the target. */
export type MappingPairs = readonly { readonly source: string; readonly target: string }[];

export interface MigrationPlanner {
  /** Between two versions of one workflow, the target in force. Throws NotFoundError, ConflictError. */
  between(sourceVersionId: string, targetVersionId: string, pairs: MappingPairs): Promise<VersionMigration>;
  readonly propose: (
    sourceVersionId: string,
    targetVersionId: string,
    language: Language,
  ) => Promise<MigrationProposal>;
}

/** A migration between two versions, for the instances of any process of the file. */
export interface VersionMigration {
  readonly source: CompiledWorkflow;
  readonly target: CompiledWorkflow;
  /** All pairs that are used, of every process. */
  readonly pairs: MappingPairs;
  mappingFor(processId: string): MigrationMapping;
  /** What migrating the instance would come to. */
  readonly plan: (instance: MigratableInstance) => MigrationResult;
}

/** Plans what the process core would do; nothing is written here. */
export function createMigrationPlanner(definitions: DefinitionReader): MigrationPlanner {
  async function load(sourceVersionId: string, targetVersionId: string) {
    const [source, target, version] = await Promise.all([
      definitions.compiledWorkflow(sourceVersionId),
      definitions.compiledWorkflow(targetVersionId),
      definitions.getVersion(targetVersionId),
    ]);
    if (source.file.key !== target.file.key)
      throw new ConflictError('migration_between_workflows', `${source.file.key} is not ${target.file.key}`);
    if (version.state !== 'active')
      throw new ConflictError('migration_not_in_force', `The version ${targetVersionId} is ${version.state}`);
    return { source, target };
  }

  return {
    async between(sourceVersionId, targetVersionId, pairs) {
      const { source, target } = await load(sourceVersionId, targetVersionId);
      return migrationBetween(source, target, pairs);
    },

    async propose(sourceVersionId, targetVersionId, language) {
      const { source, target } = await load(sourceVersionId, targetVersionId);
      return proposalFor(source, target, language);
    },
  };
}

function migrationBetween(source: CompiledWorkflow, target: CompiledWorkflow, given: MappingPairs): VersionMigration {
  const known = new Set([...source.processes.values()].flatMap((model) => [...model.elements.keys()]));
  const mappings = new Map(
    [...source.processes.values()].map((model) => [
      model.id,
      mappingOf(model, target.processes.get(model.id), given, known),
    ]),
  );
  const mappingFor = (processId: string): MigrationMapping => mappings.get(processId) ?? {};
  return {
    ...{ source, target, mappingFor },
    pairs: [...mappings.values()].flatMap((mapping) =>
      Object.entries(mapping).map(([from, to]) => ({ source: from, target: to })),
    ),
    plan({ id, caseId, caseNumber, processId, state }) {
      const models = { source: source.processes.get(processId), target: target.processes.get(processId) };
      const result = { instanceId: id, caseId, caseNumber, processId };
      if (!models.source || !models.target) return { ...result, outcome: 'refused', faults: [missing(processId)] };
      const { faults, events } = planMigration(models.source, models.target, mappingFor(processId), state);
      return {
        ...result,
        outcome: faults.length > 0 ? 'refused' : 'possible',
        faults: faults.map(presentFault),
        events: events.map(({ action, kind, elementId, targetElementId, dueAt }) => ({
          ...{ action, kind },
          ...(elementId === null ? {} : { elementId }),
          ...(targetElementId === null ? {} : { targetElementId }),
          ...(dueAt === null ? {} : { dueAt }),
        })),
      };
    },
  };
}

/** What has kept its id, overlaid by what was given; a pair that names nothing goes along, to be told of as a fault. */
function mappingOf(
  source: ProcessModel,
  target: ProcessModel | undefined,
  given: MappingPairs,
  known: ReadonlySet<string>,
): MigrationMapping {
  const own = given.filter(({ source: id }) => source.elements.has(id) || !known.has(id));
  return {
    ...(target ? proposeMapping(source, target) : {}),
    ...Object.fromEntries(own.map(({ source: from, target: to }) => [from, to])),
  };
}

function missing(processId: string): MigrationResult['faults'][number] {
  const message = `The target version has no process "${processId}". Choose another version.`;
  return { code: 'UNKNOWN_ELEMENT', elementId: processId, message };
}

export function presentFault({ code, elementId, elementInstanceId, message }: MigrationFault) {
  return { code, elementId, ...(elementInstanceId === null ? {} : { elementInstanceId }), message };
}

function proposalFor(source: CompiledWorkflow, target: CompiledWorkflow, language: Language): MigrationProposal {
  const [texts, targetTexts] = [workflowTexts(source, language), workflowTexts(target, language)];
  return {
    pairs: [...source.processes.values()].flatMap((model) => {
      const other = target.processes.get(model.id);
      const mapping = other ? proposeMapping(model, other) : {};
      return [...model.elements.values()].map(({ id, type }) => ({
        ...{ processId: model.id, source: id, sourceName: texts.elementName(id), type },
        target: mapping[id] ?? null,
      }));
    }),
    targets: [...target.processes.values()].flatMap((model) =>
      [...model.elements.values()].map(({ id, type }) => ({
        ...{ processId: model.id, elementId: id, name: targetTexts.elementName(id), type },
      })),
    ),
  };
}
