// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface ReleaseList {
  items: ReleaseItem[];
  /**
   * Opaque; give it back as `cursor` for the next page, null at the end.
   */
  nextCursor: string | null;
}
export interface ReleaseItem {
  id: string;
  number: number;
  title: string;
  state: 'draft' | 'submitted' | 'approved' | 'scheduled' | 'active' | 'superseded' | 'rolled-back';
  effectiveFrom: string;
  createdBy: string;
  createdAt: string;
  activatedAt: string | null;
  items: number;
}
