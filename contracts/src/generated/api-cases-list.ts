// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface CaseList {
  items: CaseListItem[];
  /**
   * Opaque; give it back as `cursor` for the next page, null at the end.
   */
  nextCursor: string | null;
}
export interface CaseListItem {
  id: string;
  number: string;
  workflow: {
    key: string;
    title: string;
  };
  person?: {
    id: string;
    displayName: string;
    birthDate?: string;
    age?: number;
  };
  status: 'active' | 'suspended' | 'closed';
  stage?: {
    key: string;
    title: string;
  };
  managerName?: string;
  institutionName: string;
  openedAt: string;
  closedAt?: string;
  nextDeadlineAt?: string;
}
