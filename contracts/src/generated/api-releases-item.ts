// Generated from contracts/schemas by `npm run contracts`. Do not edit.

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
