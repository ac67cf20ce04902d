import type { AuditEventList } from '@esocial/contracts/generated/api-audit-events-list.ts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../../api/request.ts';
import { paging } from '../../../shared/pages.ts';
import { dayStart } from '../day-start.ts';

/** What is looked for; `from` and `to` are days, both included. */
export interface AuditFilter {
  actor?: string | undefined;
  verb?: string | undefined;
  objectType?: string | undefined;
  case?: string | undefined;
  subject?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

const pageSize = 50;

/** `GET /audit-events`: the newest first. */
export const auditEvents = (filter: AuditFilter) =>
  infiniteQueryOptions({
    ...paging,
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) => {
      const period = { from: dayStart(filter.from), to: dayStart(filter.to, 1) };
      const query = { ...filter, ...period, cursor: pageParam, limit: pageSize };
      return request<AuditEventList>(withQuery('/audit-events', query), { signal });
    },
  });
