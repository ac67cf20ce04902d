// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface RecordSeriesList {
  items: RecordSeries[];
}
export interface RecordSeries {
  seriesId: string;
  formKey: string;
  title: string;
  versions: {
    id: string;
    version: number;
    submittedAt: string;
    submittedBy: string;
    elementId?: string;
    notApplied: boolean;
  }[];
}
