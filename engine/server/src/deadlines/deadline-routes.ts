import type { Audit } from '../audit/audit.ts';
import { requireCase } from '../cases/case-access.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import { contract, defineRoute } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import type { DeadlineRecord } from './deadline-view.ts';
import { deadlineColumns, deadlineView } from './deadline-view.ts';

export interface DeadlineRouteDependencies {
  readonly database: Database;
  readonly definitions: DefinitionReader;
  readonly audit: Audit;
  readonly clock: Clock;
}

export function createDeadlineRoutes({ database, definitions, audit, clock }: DeadlineRouteDependencies): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/v1/cases/:id/deadlines',
      operationId: 'listCaseDeadlines',
      summary: 'The deadlines of a case with their arithmetic',
      policy: { action: 'case.read' },
      responses: { 200: contract('api-deadlines-list') },
      async handle({ actor, params, language }) {
        const { row } = await requireCase(database, actor, params.id, 'case.read');
        const deadlines = await database.query<DeadlineRecord>(
          `select ${deadlineColumns} from deadlines d where d.case_id = $1 order by d.ended_at nulls first, d.due_at limit 200`,
          [row.id],
        );
        await audit.record(actor, {
          verb: 'deadline.listed',
          objectType: 'case',
          objectId: row.id,
          caseId: row.id,
          subjectIds: row.person_id ? [row.person_id] : [],
        });
        const items = await Promise.all(
          deadlines.map((deadline) => deadlineView(definitions, deadline, language, clock.now())),
        );
        return { status: 200, body: { items } };
      },
    }),
  ];
}
