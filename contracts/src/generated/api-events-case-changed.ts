// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface CaseChangedEvent {
  type: 'case.changed';
  caseId: string;
  institutionId: string;
}
