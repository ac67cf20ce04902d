import type { ClassifierLookup } from '@esocial/form-core/classifier-lookup.ts';
import type { CompiledForm } from '@esocial/form-core/compiled-form.ts';
import type { FormSchema, UiSchema } from '@esocial/form-core/form-schema.ts';
import type { FormFile } from '@esocial/contracts/generated/form.ts';
import type { LegalBasis } from '@esocial/contracts/generated/legal-basis.ts';
import type { TranslationsFile } from '@esocial/contracts/generated/translations.ts';
import type { WorkflowFile } from '@esocial/contracts/generated/workflow.ts';
import type { DmnModel } from '@esocial/process-core/dmn/model.ts';
import type { ProcessModel } from '@esocial/process-core/model/model.ts';
import type { Json } from '@esocial/process-core/types.ts';

/** The kinds of definition, each with keys of its own. */
export const definitionKinds = [
  'form',
  'workflow',
  'classifier',
  'role',
  'calendar',
  'deadline-rule',
  'parameter',
  'retention',
  'organisation',
] as const;

export type DefinitionKind = (typeof definitionKinds)[number];

/** `active` versions are candidates for pins from their `effectiveFrom` on; the others are for approval or history. */
export type VersionState = 'draft' | 'submitted' | 'active' | 'withdrawn';

export type Language = 'ro' | 'ru' | 'en';

/** What identifies a version, without its content. */
export interface VersionSummary {
  readonly id: string;
  readonly kind: DefinitionKind;
  readonly key: string;
  /** Counts the versions of one key on this server; not an identity across servers. */
  readonly number: number;
  /** SHA-256 (hex) of the canonical content: the identity across servers. */
  readonly digest: string;
  /** Legal day (Europe/Chisinau), `YYYY-MM-DD`. */
  readonly effectiveFrom: string;
  readonly state: VersionState;
  readonly releaseId: string;
}

export interface DefinitionVersion<Content = Json> extends VersionSummary {
  readonly content: Content;
  readonly legalBasis: readonly LegalBasis[];
  readonly createdBy: string;
  readonly createdAt: string;
  /** Number of the release that it came with. */
  readonly releaseNumber: number;
}

export type Translations = Partial<Record<'ru' | 'en', TranslationsFile>>;

/** Content of a `form` version. */
export interface FormContent {
  readonly file: FormFile;
  readonly schema: FormSchema;
  readonly uiSchema: UiSchema;
  readonly translations: Translations;
}

/** Content of a `workflow` version; decisions and templates by file name without its ending. */
export interface WorkflowContent {
  readonly file: WorkflowFile;
  readonly bpmn: string;
  readonly decisions: Readonly<Record<string, string>>;
  readonly templates: Readonly<Record<string, string>>;
  readonly translations: Translations;
}

/** A form version ready for use: its compiled fields beside what the browser needs. */
export interface LoadedForm extends FormContent {
  readonly versionId: string;
  readonly number: number;
  readonly compiled: CompiledForm;
}

/** A workflow version ready to be driven by the process core. */
export interface CompiledWorkflow extends WorkflowContent {
  readonly versionId: string;
  readonly number: number;
  /** The process that a case of this workflow runs; the first executable one of the file. */
  readonly process: ProcessModel;
  readonly processes: ReadonlyMap<string, ProcessModel>;
  readonly dmn: readonly DmnModel[];
}

/** `kind:key` to version id. */
export type Pins = Readonly<Record<string, string>>;

/** The versions that a case holds on to from its start. Shared by all cases with the same ones. */
export interface PinSet {
  readonly pinSetId: string;
  readonly pins: Pins;
}

/** The items of one classifier version, by code; `codePath`, `has`, `label` and `items` as in the form core. */
export interface PinnedClassifier extends ClassifierLookup {
  readonly versionId: string;
  readonly key: string;
  attribute(code: string, name: string): Json | undefined;
}

/** The key of a pin, for example `form:application`. */
export function pinKey(kind: DefinitionKind, key: string): string {
  return `${kind}:${key}`;
}
