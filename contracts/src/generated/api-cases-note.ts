// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface CaseNote {
  id: string;
  text: string;
  author: {
    id: string;
    displayName: string;
  };
  createdAt: string;
}
