// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * GET /institutions.
 */
export interface InstitutionList {
  items: InstitutionItem[];
  nextCursor: string | null;
}
export interface InstitutionItem {
  id: string;
  key: string;
  idno: string | null;
  name: string;
  kind: string;
}
