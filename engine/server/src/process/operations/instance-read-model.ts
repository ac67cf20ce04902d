import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import type { ProcessStepList } from '@esocial/contracts/generated/api-process-instances-steps.ts';
import type { ProcessStepQuery } from '@esocial/contracts/generated/api-process-instances-steps-query.ts';
import type { ProcessVariables } from '@esocial/contracts/generated/api-process-instances-variables.ts';
import type { InstanceState } from '@esocial/process-core/types.ts';
import type { Actor, Language } from '../../access/actor.ts';
import { decide } from '../../access/decide.ts';
import type { Audit } from '../../audit/audit.ts';
import type { CaseAccessRow } from '../../cases/case-access.ts';
import { caseObject, requireCase } from '../../cases/case-access.ts';
import { workflowTexts } from '../../cases/workflow-texts.ts';
import type { Database } from '../../database/database.ts';
import type { CompiledWorkflow } from '../../definitions/definition.ts';
import type { DefinitionReader } from '../../definitions/definition-reader.ts';
import { NotFoundError } from '../../errors/app-error.ts';
import { decodeIdCursor, encodeCursor } from '../../ids/keyset-cursor.ts';
import { isId } from '../../ids/new-id.ts';
import type { ProcessReadModel } from '../process-read-model.ts';
import type { StepChanges } from '../step-writes.ts';
import type { InstanceListRow } from './instance-list-read-model.ts';
import { listColumns, presentItem } from './instance-list-read-model.ts';
import { findSuspension, readOpenWaits } from './open-waits.ts';

export interface InstanceReadModelDependencies {
  readonly database: Database;
  readonly definitions: DefinitionReader;
  readonly processes: ProcessReadModel;
  readonly audit: Audit;
}

type ViewRow = InstanceListRow & { readonly version: number; readonly state: InstanceState };

/** One process instance for those who look after processes. */
export function createInstanceReadModel({ database, definitions, processes, audit }: InstanceReadModelDependencies) {
  async function load(actor: Actor, instanceId: string, action: string): Promise<{ row: ViewRow; of: CaseAccessRow }> {
    const sql = `select ${listColumns}, i.version, i.state
      from process_instances i join cases c on c.id = i.case_id where i.id = $1`;
    const [row] = isId(instanceId) ? await database.query<ViewRow>(sql, [instanceId]) : [];
    if (!row) throw new NotFoundError('process instance', instanceId);
    const { row: of } = await requireCase(database, actor, row.case_id, action);
    return { row, of };
  }

  return {
    async get(actor: Actor, instanceId: string, language: Language): Promise<ProcessInstanceView> {
      const { row, of } = await load(actor, instanceId, 'process.read');
      const [item, place, waits, suspension, workflow] = await Promise.all([
        presentItem(definitions, row, language),
        processes.get(instanceId),
        readOpenWaits(database, row.state),
        row.status === 'suspended' ? findSuspension(database, row.case_id) : undefined,
        definitions.compiledWorkflow(row.workflow_version_id),
      ]);
      const { takenFlows, completedElements, incidents, calledInstances } = place;
      return {
        ...{ ...item, takenFlows, completedElements, incidents, calledInstances, ...waits },
        version: row.version,
        ...(suspension ? { suspension } : {}),
        elements: listElements(row.state, workflow, row.process_id, language),
        permissions: permissionsOf(actor, of),
      };
    },

    /** The values themselves, for those who may see them; the read is audited. */
    async getVariables(actor: Actor, instanceId: string, language: Language): Promise<ProcessVariables> {
      const { row, of } = await load(actor, instanceId, 'process.variables');
      const { variables, elements } = row.state;
      const texts = workflowTexts(await definitions.compiledWorkflow(row.workflow_version_id), language);
      await audit.record(actor, {
        ...{ verb: 'process.variables-read', objectType: 'process-instance', objectId: row.id, caseId: row.case_id },
        subjectIds: of.person_id ? [of.person_id] : [],
        fields: [...new Set(Object.values(variables).flatMap((scope) => Object.keys(scope)))].sort(),
      });
      return {
        version: row.version,
        scopes: Object.entries(variables).map(([scopeId, values]) => {
          const elementId = elements[scopeId]?.elementId ?? row.process_id;
          return { scopeId, elementId, elementName: texts.elementName(elementId), variables: values };
        }),
      };
    },

    async listSteps(actor: Actor, instanceId: string, query: ProcessStepQuery): Promise<ProcessStepList> {
      const { row } = await load(actor, instanceId, 'process.read');
      const size = Math.min(Math.max(Number(query.limit ?? 50), 1), 100);
      const before = query.cursor ? decodeIdCursor(query.cursor, (text) => /^\d{1,9}$/.test(text)) : null;
      const rows = await database.query<StepRow>(
        `select s.version, s.at, s.command, s.actor_id, u.last_name || ' ' || u.first_name as actor_name, s.changes
         from process_steps s left join users u on u.id = s.actor_id
         where s.instance_id = $1 and ($2::int is null or s.version < $2::int) order by s.version desc limit $3`,
        [row.id, before, size + 1],
      );
      const page = rows.slice(0, size);
      const last = rows.length > size ? page.at(-1) : undefined;
      return { items: page.map(presentStep), nextCursor: last ? encodeCursor(String(last.version)) : null };
    },
  };
}

export type InstanceReadModel = ReturnType<typeof createInstanceReadModel>;

interface StepRow {
  readonly version: number;
  readonly at: Date;
  readonly command: string;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly changes: StepChanges;
}

function presentStep({ version, at, command, actor_id: actorId, actor_name: name, changes }: StepRow) {
  const { a = [], c = [], t = [], f = [], d = [] } = changes;
  return {
    ...{ version, at: at.toISOString(), command },
    ...(actorId ? { actor: { id: actorId, displayName: name ?? '' } } : {}),
    ...{ activated: a, completed: c, terminated: t, taken: f },
    decisions: d.map(({ e: elementId, id: decisionId, r: matchedRules }) => ({ elementId, decisionId, matchedRules })),
  };
}

function listElements(
  state: InstanceState,
  workflow: CompiledWorkflow,
  processId: string,
  language: Language,
): ProcessInstanceView['elements'] {
  const texts = workflowTexts(workflow, language);
  const model = workflow.processes.get(processId);
  const entries = Object.entries(state.elements).sort(
    ([left, { parentId }], [right, other]) =>
      Number(parentId !== null) - Number(other.parentId !== null) || left.localeCompare(right),
  );
  return entries.map(([elementInstanceId, { elementId, parentId }]) => ({
    ...{ elementInstanceId, elementId, parentId },
    elementName: texts.elementName(elementId),
    elementType: parentId === null ? 'process' : (model?.elements.get(elementId)?.type ?? 'unknown'),
    variableNames: Object.keys(state.variables[elementInstanceId] ?? {}).sort(),
  }));
}

function permissionsOf(actor: Actor, of: CaseAccessRow): ProcessInstanceView['permissions'] {
  const manage = decide(actor, 'process.manage', caseObject(of)).allowed;
  const readVariables = decide(actor, 'process.variables', caseObject(of)).allowed;
  return { modify: manage, cancel: manage, suspend: manage, migrate: manage, setVariables: manage, readVariables };
}
