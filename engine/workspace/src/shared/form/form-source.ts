import type { LegalBasis } from '@esocial/contracts/generated/legal-basis.ts';

/** A form version as task, record and start answers carry it. */
export interface FormSource {
  key: string;
  versionId: string;
  title: string;
  description?: string;
  primaryAction: string;
  schema: Record<string, unknown>;
  uiSchema: Record<string, unknown>;
  translations: Record<string, unknown>;
  legalBasis: LegalBasis[];
  validatorUrl: string;
}

export interface ClassifierSource {
  key: string;
  versionId: string;
  url: string;
}
