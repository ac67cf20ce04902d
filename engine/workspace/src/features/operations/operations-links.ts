import { withQuery } from '../../api/request.ts';
import { links } from '../../shared/links.ts';

/** Which instances are listed; every part is optional and stands in the address. */
export interface InstanceFilter {
  workflow?: string | undefined;
  version?: string | undefined;
  state?: string | undefined;
  element?: string | undefined;
  incident?: string | undefined;
}

/** What is to be migrated: instances by id, or all that run of the version. */
export interface MigrationSource {
  workflow: string;
  source: string;
  ids?: readonly string[];
}

const at = (query: Record<string, string | undefined>) => withQuery(links.operations(), query);

/** Addresses of the operations page's views. */
export const operationsLinks = {
  incidents: () => links.operations(),
  processes: (filter: InstanceFilter = {}) => at({ view: 'processes', ...filter }),
  instance: (id: string, tab?: string) => at({ instance: id, tab }),
  migrate: ({ workflow, source, ids }: MigrationSource) =>
    at({ view: 'migrate', workflow, source, ids: ids?.join(',') }),
  migration: (id: string) => at({ migration: id }),
};
