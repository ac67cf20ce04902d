import type { ProcessSummary } from '@esocial/contracts/generated/api-process-instances-summary.ts';
import type { ProcessSummaryQuery } from '@esocial/contracts/generated/api-process-instances-summary-query.ts';
import type { Actor, Language } from '../../access/actor.ts';
import { reachableCases } from '../../cases/case-access.ts';
import type { Database } from '../../database/database.ts';
import type { DefinitionReader } from '../../definitions/definition-reader.ts';
import { workflowTitle } from '../../definitions/workflow-titles.ts';
import { createParameters } from '../../tasks/task-list-query.ts';

type Workflow = ProcessSummary['workflows'][number];
type Version = Workflow['versions'][number];
type Status = 'active' | 'suspended' | 'completed' | 'terminated';

interface CountRow {
  readonly version_id: string;
  readonly status: Status;
  readonly instances: number;
}

/** How many instances there are: by version and status, and for one version by element. */
export function createSummaryReadModel({
  database,
  definitions,
}: {
  database: Database;
  definitions: DefinitionReader;
}) {
  async function countInstances(actor: Actor, { workflow, version }: ProcessSummaryQuery): Promise<CountRow[]> {
    const parameters = createParameters();
    const where = [
      reachableCases(actor, 'process.read', parameters),
      ...(version ? [`i.workflow_version_id = ${parameters.add(version, 'uuid')}`] : []),
      ...(workflow
        ? [
            `i.workflow_version_id in (select v.id from definition_versions v where v.kind = 'workflow' and v.key = ${parameters.add(workflow, 'text')})`,
          ]
        : []),
    ];
    return database.query<CountRow>(
      `select i.workflow_version_id as version_id, i.status, count(*)::int as instances
       from process_instances i ${joinCases(where)} where ${where.join(' and ')} group by 1, 2`,
      parameters.values,
    );
  }

  async function countIncidents(actor: Actor): Promise<ReadonlyMap<string, number>> {
    const parameters = createParameters();
    const where = reachableCases(actor, 'process.read', parameters);
    const rows = await database.query<{ version_id: string; incidents: number }>(
      `select i.workflow_version_id as version_id, count(*)::int as incidents
       from incidents n join process_instances i on i.id = n.instance_id join cases c on c.id = n.case_id
       where n.resolved_at is null and ${where} group by 1`,
      parameters.values,
    );
    return new Map(rows.map((row) => [row.version_id, row.incidents]));
  }

  async function countElements(actor: Actor, versionId: string): Promise<NonNullable<ProcessSummary['elements']>> {
    const parameters = createParameters();
    const version = parameters.add(versionId, 'uuid');
    const where = reachableCases(actor, 'process.read', parameters);
    return database.query(
      `with tokens as (
         select i.process_id, e.value->>'elementId' as element_id, count(*)::int as active
         from process_instances i ${joinCases([where])}
         cross join lateral jsonb_each(i.state->'elements') e
         where i.workflow_version_id = ${version} and i.status in ('active', 'suspended') and e.key <> i.id::text
           and ${where}
         group by 1, 2),
       failed as (
         select i.process_id, n.element_id, count(*)::int as incidents
         from incidents n join process_instances i on i.id = n.instance_id join cases c on c.id = n.case_id
         where i.workflow_version_id = ${version} and n.resolved_at is null and ${where} group by 1, 2)
       select process_id as "processId", element_id as "elementId", coalesce(t.active, 0) as active,
         coalesce(f.incidents, 0) as incidents
       from tokens t full join failed f using (process_id, element_id) order by 1, 2`,
      parameters.values,
    );
  }

  return {
    async summarise(actor: Actor, query: ProcessSummaryQuery, language: Language): Promise<ProcessSummary> {
      const [counts, incidents] = await Promise.all([countInstances(actor, query), countIncidents(actor)]);
      const workflows = new Map<string, { title: string; number: number; versions: Version[] }>();
      for (const versionId of new Set(counts.map((row) => row.version_id))) {
        const compiled = await definitions.compiledWorkflow(versionId);
        const { effectiveFrom } = await definitions.getVersion(versionId);
        const known = workflows.get(compiled.file.key) ?? { title: '', number: -1, versions: [] };
        const newest = compiled.number > known.number;
        workflows.set(compiled.file.key, {
          title: newest ? workflowTitle(compiled, language) : known.title,
          number: Math.max(compiled.number, known.number),
          versions: [
            ...known.versions,
            {
              ...{ versionId, number: compiled.number, effectiveFrom, ...statusCounts(counts, versionId) },
              incidents: incidents.get(versionId) ?? 0,
            },
          ],
        });
      }
      return {
        workflows: [...workflows]
          .map(([key, { title, versions }]) => ({
            ...{ key, title },
            versions: versions.sort((left, right) => right.number - left.number),
          }))
          .sort((left, right) => left.title.localeCompare(right.title, language)),
        ...(query.version ? { elements: await countElements(actor, query.version) } : {}),
      };
    },
  };
}

/** Who reaches every case needs no look at each. */
function joinCases(where: readonly string[]): string {
  return where[0] === 'true' ? '' : 'join cases c on c.id = i.case_id';
}

function statusCounts(rows: readonly CountRow[], versionId: string): Record<Status, number> {
  const of = (status: Status): number =>
    rows.find((row) => row.version_id === versionId && row.status === status)?.instances ?? 0;
  return {
    active: of('active'),
    suspended: of('suspended'),
    completed: of('completed'),
    terminated: of('terminated'),
  };
}
