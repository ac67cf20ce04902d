// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface CaseDocuments {
  items: {
    id: string;
    fileName: string;
    mediaType: string;
    size: number;
    kind?: string;
    createdAt: string;
    createdBy: string;
  }[];
}
