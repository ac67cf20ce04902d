// Generated from contracts/schemas by `npm run contracts`. Do not edit.

export interface TaskDraft {
  version: number;
  /**
   * Form data; its shape is the form version's schema.
   */
  data: {
    [k: string]: unknown;
  };
  updatedAt: string;
  /**
   * Fields that somebody else changed since `base`; the other value was kept.
   *
   * Items: JSON pointer into the data.
   */
  conflicts?: string[];
}
