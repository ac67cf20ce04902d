import type { AttachmentReference } from '@esocial/contracts/generated/attachment-reference.ts';
import type { FieldError } from '@esocial/contracts/generated/field-error.ts';
import type { InstitutionReference } from '@esocial/contracts/generated/institution-reference.ts';
import type { LegalBasis } from '@esocial/contracts/generated/legal-basis.ts';
import type { PersonReference } from '@esocial/contracts/generated/person-reference.ts';
import type { ClassifierLookup } from '@esocial/form-core/classifier-lookup.ts';
import type { ExpressionCompiler } from '@esocial/form-core/expressions.ts';
import type { FormDefinition } from '@esocial/form-core/form-schema.ts';
import type { FormValidator } from '@esocial/form-core/form-validator.ts';
import type { Json, JsonObject } from '@esocial/form-core/json.ts';
import type { ReactNode } from 'react';

/** A form version as the API gives it; texts of `title` and `primaryAction` are in the user's language. */
export interface FormPayload extends FormDefinition {
  key: string;
  versionId: string;
  title: string;
  legalBasis?: readonly LegalBasis[];
}

/** A person found; `detail` helps to tell namesakes apart (locality, open cases). */
export interface PersonMatch extends PersonReference {
  detail?: string;
}

export interface InstitutionMatch extends InstitutionReference {
  detail?: string;
}

export interface UploadOptions {
  signal: AbortSignal;
  /** From 0 to 1. */
  onProgress: (fraction: number) => void;
}

/** What fields need from the application. */
export interface FormEnvironment {
  /** Day of the legal reference, yyyy-mm-dd. */
  today: string;
  /** A classifier that is loaded already; undefined while it is not. */
  classifier: (key: string) => ClassifierLookup | undefined;
  searchPersons?: (text: string, signal: AbortSignal) => Promise<PersonMatch[]>;
  /** Lets the user register a person (the application's own dialog); undefined when they changed their mind. */
  createPerson?: (typed: string) => Promise<PersonReference | undefined>;
  searchInstitutions?: (text: string, signal: AbortSignal) => Promise<InstitutionMatch[]>;
  /** Rejects with an Error whose message can be shown. */
  upload?: (file: File, options: UploadOptions) => Promise<AttachmentReference>;
  documentUrl?: (documentId: string) => string;
}

/** From the pointer of a top-level property to its new value; null removes it. */
export type FormChanges = Record<string, Json | null>;

/** A value that was filled in beforehand, with where it is from, in words ("din cerere, 10.03.2026"). */
export interface PrefillSource {
  path: string;
  source: string;
}

/** What the page may do with a form that is open. */
export interface FormHandle {
  /** Takes values that somebody else saved meanwhile; nothing else that is typed is touched. */
  merge: (changes: FormChanges) => void;
  /** Hands over what has not been handed to `onChange` yet. */
  flush: () => void;
}

export interface FormRuntimeProps {
  form: FormPayload;
  expressions: ExpressionCompiler;
  validator: FormValidator;
  /** What the form begins with; later values are ignored (see `FormHandle.merge`). */
  data: JsonObject;
  env: FormEnvironment;
  /** Verb of the button that sends the form. */
  primaryAction: string;
  /** The server's errors of the last submission. */
  errors?: readonly FieldError[];
  prefilled?: readonly PrefillSource[];
  readOnlyPointers?: readonly string[];
  readOnly?: boolean;
  submitting?: boolean;
  /** Key of the section shown, or "check"; without it the form keeps it itself. */
  section?: string;
  onSectionChange?: (section: string) => void;
  onErrorCount?: (count: number) => void;
  /** Beside the buttons: "Salvat acum 3 s", further actions. */
  status?: ReactNode;
  actions?: ReactNode;
  /** At most 2 seconds after a change. */
  onChange: (changes: FormChanges) => void;
  /** Data that passed the check, calculated and without what is hidden. */
  onSubmit: (data: JsonObject) => void;
  ref?: React.Ref<FormHandle>;
}
