import { withQuery } from '../api/request.ts';

/** Addresses of all views; each restores what was seen. */
export const links = {
  tasks: (query: { queue?: string; task?: string } = {}) => withQuery('/tasks', query),
  task: (id: string) => `/tasks/${id}`,
  taskReceipt: (id: string) => `/tasks/${id}/receipt`,
  start: () => '/start',
  startWorkflow: (key: string) => `/start/${key}`,
  cases: (query: { q?: string; status?: string } = {}) => withQuery('/cases', query),
  case: (id: string, tab?: string) => (tab ? `/cases/${id}/${tab}` : `/cases/${id}`),
  record: (id: string, compareWith?: string) => withQuery(`/records/${id}`, { compare: compareWith }),
  recordCorrection: (id: string) => `/records/${id}/correction`,
  persons: () => '/persons',
  personSearch: (id: string) => `/persons/searches/${id}`,
  personEdit: (id: string) => `/persons/${id}/edit`,
  personNew: () => '/persons/new',
  person: (id: string) => `/persons/${id}`,
  supervision: (query: Record<string, string | undefined> = {}) => withQuery('/supervision', query),
  operations: () => '/operations',
  audit: () => '/audit',
  definitions: (kind?: string) => withQuery('/definitions', { kind }),
  definition: (kind: string, key: string) => `/definitions/${kind}/${key}`,
  releases: () => '/releases',
  settings: () => '/settings',
};
