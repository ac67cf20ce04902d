import type { Json } from '@esocial/process-core/types.ts';

/** A file as text; `file` is relative to the content folder. */
export interface TextFile {
  readonly file: string;
  /** File name without folder and ending. */
  readonly name: string;
  readonly text: string;
}

/** A JSON file that could be parsed. */
export interface JsonFile extends TextFile {
  readonly value: Json;
}

export interface FormSource {
  readonly key: string;
  readonly folder: string;
  readonly form?: JsonFile;
  readonly schema?: JsonFile;
  readonly uiSchema?: JsonFile;
  /** By language. */
  readonly translations: Readonly<Record<string, JsonFile>>;
  readonly fixtures: readonly JsonFile[];
}

export interface WorkflowSource {
  readonly key: string;
  readonly folder: string;
  readonly workflow?: JsonFile;
  readonly bpmn?: TextFile;
  readonly decisions: readonly TextFile[];
  readonly templates: readonly TextFile[];
  readonly translations: Readonly<Record<string, JsonFile>>;
  readonly scenarios: readonly JsonFile[];
}

export interface ClassifierSource {
  readonly key: string;
  readonly folder: string;
  readonly classifier?: JsonFile;
  readonly items?: TextFile;
}

/** The folders of `policies/` and the kind of definition that each holds. */
export const policyFolders = {
  roles: 'role',
  calendars: 'calendar',
  'deadline-rules': 'deadline-rule',
  parameters: 'parameter',
  retention: 'retention',
} as const;

export type PolicyKind = (typeof policyFolders)[keyof typeof policyFolders] | 'organisation';

export interface PolicySource {
  readonly kind: PolicyKind;
  readonly key: string;
  readonly json: JsonFile;
}

/** A content folder as it was read: parsed, not yet judged. */
export interface ContentFolder {
  readonly forms: readonly FormSource[];
  readonly workflows: readonly WorkflowSource[];
  readonly classifiers: readonly ClassifierSource[];
  readonly policies: readonly PolicySource[];
}
