/** The views of a case; the first stands at the case's own address. */
export const caseTabs = [
  'overview',
  'timeline',
  'records',
  'documents',
  'persons',
  'deadlines',
  'notes',
  'process',
] as const;

export type CaseTab = (typeof caseTabs)[number];
