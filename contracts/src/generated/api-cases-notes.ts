// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface CaseNotes {
  items: CaseNote[];
  /**
   * Opaque; give it back as `cursor` for the next page, null at the end.
   */
  nextCursor: string | null;
}
export interface CaseNote {
  id: string;
  text: string;
  author: {
    id: string;
    displayName: string;
  };
  createdAt: string;
}
