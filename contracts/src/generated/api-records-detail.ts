// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * ETag is the version of the series.
 */
export interface RecordDetail {
  id: string;
  seriesId: string;
  caseId: string;
  caseNumber: string;
  /**
   * The day whose law applies to the case; `today` of its forms.
   */
  legalReferenceDate: string;
  version: number;
  latest: boolean;
  form: TaskForm;
  /**
   * Form data; its shape is the form version's schema.
   */
  data: {
    [k: string]: unknown;
  };
  submittedAt: string;
  submittedBy: string;
  elementId?: string;
  notApplied: boolean;
  /**
   * Why it was corrected.
   */
  reason?: string;
  fieldClasses: ('public' | 'personal' | 'special' | 'sealed')[];
  classifiers: {
    key: string;
    versionId: string;
    url: string;
  }[];
  permissions: {
    correct: boolean;
  };
}
export interface TaskForm {
  key: string;
  versionId: string;
  title: string;
  description?: string;
  primaryAction: string;
  schema: {
    [k: string]: unknown;
  };
  uiSchema: {
    [k: string]: unknown;
  };
  translations: {
    [k: string]: unknown;
  };
  legalBasis: LegalBasis[];
  /**
   * Script of our own origin, immutable by version.
   */
  validatorUrl: string;
}
export interface LegalBasis {
  /**
   * Act, for example "Legea 140/2013".
   */
  act: string;
  article?: string;
  note?: string;
  needsLegalConfirmation?: boolean;
}
