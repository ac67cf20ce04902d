import type { CaseDetail } from '@esocial/contracts/generated/api-cases-detail.ts';
import type { CaseListItem } from '@esocial/contracts/generated/api-cases-item.ts';
import type { CaseList } from '@esocial/contracts/generated/api-cases-list.ts';
import type { CaseListQuery } from '@esocial/contracts/generated/api-cases-query.ts';
import type { Actor, FieldClass, Language } from '../access/actor.ts';
import { decide, requireAccess } from '../access/decide.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import type { DeadlineRecord } from '../deadlines/deadline-view.ts';
import { deadlineColumns, deadlineView } from '../deadlines/deadline-view.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import { NotFoundError } from '../errors/app-error.ts';
import { decodeIdCursor, encodeCursor } from '../ids/keyset-cursor.ts';
import { isId } from '../ids/new-id.ts';
import type { ProcessReadModel } from '../process/process-read-model.ts';
import { createParameters, searchPattern } from '../tasks/task-list-query.ts';
import type { TaskListRow } from '../tasks/task-row.ts';
import { listColumns, listJoins, presentPerson, presentTasks } from '../tasks/task-row.ts';
import { listActivities } from './case-activities.ts';
import { caseObject, reachableCases } from './case-access.ts';
import { keyFactsOf, listLatestRecords, recordsContext, redactRecords } from './case-context.ts';
import { listAwaitedMessages } from './case-message-store.ts';
import { listCasePersons } from './case-persons.ts';
import { listStages } from './stage-progress.ts';
import { workflowTexts } from './workflow-texts.ts';

interface CaseRow {
  id: string;
  number: string;
  workflow_key: string;
  workflow_version_id: string;
  status: CaseListItem['status'];
  stage: string | null;
  outcome: string | null;
  person_id: string | null;
  person_name: string | null;
  person_birth_date: string | null;
  manager_id: string | null;
  manager_name: string | null;
  opened_by: string | null;
  institution_id: string;
  institution_name: string;
  team_id: string | null;
  territory_id: string | null;
  legal_reference_date: string;
  opened_at: Date;
  closed_at: Date | null;
  next_deadline_at: Date | null;
  version: number;
}

const columns = `
  c.id, c.number, c.workflow_key, c.workflow_version_id, c.status, c.stage, c.outcome, c.person_id,
  p.last_name || ' ' || p.first_name as person_name, p.birth_date as person_birth_date, c.manager_id,
  m.last_name || ' ' || m.first_name as manager_name, c.opened_by, c.institution_id, i.name as institution_name,
  c.team_id, c.territory_id, c.legal_reference_date, c.opened_at, c.closed_at, c.version,
  (select min(d.due_at) from deadlines d where d.case_id = c.id and d.ended_at is null) as next_deadline_at`;

const joins = `
  join institutions i on i.id = c.institution_id
  left join persons p on p.id = c.person_id
  left join users m on m.id = c.manager_id`;

export interface CaseReadModelDependencies {
  readonly database: Database;
  readonly definitions: DefinitionReader;
  readonly processes: ProcessReadModel;
  readonly audit: Audit;
  readonly clock: Clock;
}

export interface CaseReadModel {
  /** The newest first. */
  list(actor: Actor, query: CaseListQuery, language: Language): Promise<CaseList>;
  get(actor: Actor, caseId: string, language: Language): Promise<CaseDetail>;
}

export function createCaseReadModel(dependencies: CaseReadModelDependencies): CaseReadModel {
  const { database, definitions, audit, clock } = dependencies;
  return {
    async list(actor, query, language) {
      const parameters = createParameters();
      const where = [reachableCases(actor, 'case.read', parameters), ...filters(query, parameters)];
      const limit = Math.min(Math.max(Number(query.limit ?? 50), 1), 100);
      const sql = `select ${columns} from cases c ${joins} where ${where.join(' and ')} order by c.id desc limit ${parameters.add(limit + 1, 'int')}`;
      const rows = await database.query<CaseRow>(sql, parameters.values);
      const page = rows.slice(0, limit);
      const subjectIds = [...new Set(page.flatMap(({ person_id: id }) => id ?? []))];
      await audit.record(actor, { verb: 'case.listed', objectType: 'case', subjectIds });
      const last = rows.length > limit ? page.at(-1) : undefined;
      const items = await Promise.all(page.map((row) => presentCase(definitions, row, language, clock.now())));
      return { items, nextCursor: last ? encodeCursor(last.id) : null };
    },

    async get(actor, caseId, language) {
      const [row] = isId(caseId)
        ? await database.query<CaseRow>(`select ${columns} from cases c ${joins} where c.id = $1`, [caseId])
        : [];
      if (!row) throw new NotFoundError('case', caseId);
      const { classes } = requireAccess(actor, 'case.read', caseObject(row));
      const detail = await describe(dependencies, actor, row, classes, language);
      await audit.record(actor, {
        verb: 'case.read',
        objectType: 'case',
        objectId: row.id,
        caseId: row.id,
        subjectIds: detail.persons.map(({ id }) => id),
      });
      return detail;
    },
  };
}

function filters(
  { q, status, workflow, manager, person, cursor }: CaseListQuery,
  parameters: ReturnType<typeof createParameters>,
): string[] {
  return [
    ...(q ? [`c.search like ${parameters.add(searchPattern(q), 'text')}`] : []),
    ...(status ? [`c.status = ${parameters.add(status, 'text')}`] : []),
    ...(workflow ? [`c.workflow_key = ${parameters.add(workflow, 'text')}`] : []),
    ...(manager ? [`c.manager_id = ${parameters.add(manager, 'uuid')}`] : []),
    ...(person ? [`c.person_id = ${parameters.add(person, 'uuid')}`] : []),
    ...(cursor ? [`c.id < ${parameters.add(decodeIdCursor(cursor, isId), 'uuid')}`] : []),
  ];
}

async function presentCase(
  definitions: DefinitionReader,
  row: CaseRow,
  language: Language,
  now: Date,
): Promise<CaseListItem> {
  const texts = workflowTexts(await definitions.compiledWorkflow(row.workflow_version_id), language);
  return {
    id: row.id,
    number: row.number,
    workflow: { key: row.workflow_key, title: texts.title },
    ...presentPerson(row, now),
    status: row.status,
    ...(row.stage ? { stage: { key: row.stage, title: texts.stageTitle(row.stage) } } : {}),
    ...(row.manager_name ? { managerName: row.manager_name } : {}),
    institutionName: row.institution_name,
    openedAt: row.opened_at.toISOString(),
    ...(row.closed_at ? { closedAt: row.closed_at.toISOString() } : {}),
    ...(row.next_deadline_at ? { nextDeadlineAt: row.next_deadline_at.toISOString() } : {}),
  };
}

async function describe(
  dependencies: CaseReadModelDependencies,
  actor: Actor,
  row: CaseRow,
  classes: readonly FieldClass[],
  language: Language,
): Promise<CaseDetail> {
  const { database, definitions, processes, clock } = dependencies;
  const now = clock.now();
  const workflow = await definitions.compiledWorkflow(row.workflow_version_id);
  const may = (action: string): boolean => decide(actor, action, caseObject(row)).allowed;
  const [records, tasks, deadlines, persons, instance, awaited, activities] = await Promise.all([
    listLatestRecords(database, row.id),
    database.query<TaskListRow>(
      `select ${listColumns} from tasks t ${listJoins} where t.case_id = $1 and t.state in ('open', 'completing') order by t.due_at, t.id`,
      [row.id],
    ),
    database.query<DeadlineRecord>(
      `select ${deadlineColumns} from deadlines d where d.case_id = $1 and d.ended_at is null order by d.due_at limit 10`,
      [row.id],
    ),
    listCasePersons({ database, definitions }, row, classes, now),
    processes.findRoot(row.id),
    listAwaitedMessages(database, row.id),
    may('task.complete') ? listActivities(dependencies, row.id, language) : [],
  ]);
  const texts = workflowTexts(workflow, language);
  const stages = await listStages(
    database,
    workflow,
    { ...row, activeElements: instance?.activeElements ?? [] },
    language,
  );
  const known = await redactRecords(definitions, records, classes);
  const caseFacts = {
    id: row.id,
    number: row.number,
    openedAt: row.opened_at.toISOString(),
    legalReferenceDate: row.legal_reference_date,
    status: row.status,
    stage: row.stage,
  };
  return {
    ...(await presentCase(definitions, row, language, now)),
    version: row.version,
    title: texts.title,
    ...(row.outcome ? { outcome: row.outcome } : {}),
    legalReferenceDate: row.legal_reference_date,
    ...(row.manager_id ? { manager: { id: row.manager_id, displayName: row.manager_name ?? '' } } : {}),
    stages,
    openTasks: await presentTasks(definitions, tasks, language, now),
    keyFacts: keyFactsOf(workflow, { records: recordsContext(known), case: caseFacts }, language, now),
    nextDeadlines: await Promise.all(deadlines.map((deadline) => deadlineView(definitions, deadline, language, now))),
    persons,
    permissions: {
      assignManager: may('case.manage'),
      addNote: may('case.note'),
      correctRecord: may('record.correct'),
      sendMessage: may('message.publish'),
    },
    messages: awaited.map(({ name, elementId }) => ({ name, elementId, title: texts.elementName(elementId) })),
    activities,
    ...(instance ? { instance } : {}),
  };
}
