import type { FormValidator } from '@esocial/form-core/form-validator.ts';
import type { CalendarFile } from '@esocial/contracts/generated/calendar.ts';
import type { DeadlineRuleFile } from '@esocial/contracts/generated/deadline-rule.ts';
import type { ParameterFile } from '@esocial/contracts/generated/parameter.ts';
import type { Variables } from '@esocial/process-core/types.ts';
import type {
  CompiledWorkflow,
  DefinitionKind,
  DefinitionVersion,
  LoadedForm,
  PinnedClassifier,
  Pins,
  PinSet,
  VersionSummary,
} from './definition.ts';

/** A parameter with the value that holds on a day, and the law it comes from. */
export interface ParameterValue {
  readonly key: string;
  readonly versionId: string;
  readonly title: ParameterFile['title'];
  readonly unit: ParameterFile['unit'];
  readonly value: number;
  readonly validFrom: string;
  readonly act: string;
  readonly article?: string;
  readonly needsLegalConfirmation: boolean;
}

/**
 * Reads definitions by version. Versions are immutable, so whatever is compiled from one is cached by its id in
 * bounded caches; only the list of active versions changes, and a notification from the database renews it.
 * Days are legal days of Europe/Chisinau, `YYYY-MM-DD`.
 */
export interface DefinitionReader {
  /** Throws NotFoundError. */
  getVersion(versionId: string): Promise<DefinitionVersion>;
  /** The newest active version of the key with `effectiveFrom` on or before the day. */
  findActive(kind: DefinitionKind, key: string, at: string): Promise<VersionSummary | undefined>;
  /** The same for every key of a kind, by key. */
  listActive(kind: DefinitionKind, at: string): Promise<VersionSummary[]>;
  /** All versions of a key, newest first. */
  listVersions(kind: DefinitionKind, key: string): Promise<VersionSummary[]>;

  compiledForm(versionId: string): Promise<LoadedForm>;
  /** The validator module made at publishing, loaded; nothing is compiled here. */
  formValidator(versionId: string): Promise<FormValidator>;
  /** The same module as source, for the browser. */
  validatorSource(versionId: string): Promise<string>;
  compiledWorkflow(versionId: string): Promise<CompiledWorkflow>;
  classifierLookup(versionId: string): Promise<PinnedClassifier>;
  calendar(versionId: string): Promise<CalendarFile>;
  deadlineRule(versionId: string): Promise<DeadlineRuleFile>;
  parameter(versionId: string): Promise<ParameterFile>;

  /** Pins for a case that starts with this legal reference date. Throws NotFoundError without an active workflow. */
  pinsFor(workflowKey: string, at: string): Promise<PinSet>;
  getPinSet(pinSetId: string): Promise<PinSet>;
  /**
   * The pins of a case that goes over to another version of its workflow: what it has pinned stays, and what only the
   * new version reaches is pinned as at a start with this legal reference date.
   */
  repinned(pinSetId: string, workflowVersionId: string, at: string): Promise<PinSet>;
  /** The pinned version's id; throws NotFoundError when the pins do not hold it. */
  pinned(pins: Pins, kind: DefinitionKind, key: string): string;
  /** Values at the day of every parameter pinned for the workflow, camelCased: what a process gets at its start. */
  parametersAt(pins: Pins, at: string): Promise<Variables>;
  /** One of them with its source; undefined when it is not pinned or has no value on that day. */
  parameterAt(pins: Pins, key: string, at: string): Promise<ParameterValue | undefined>;
  /** Lookups of the classifiers that a form's fields name, by key, at the pinned versions. */
  classifiersFor(formVersionId: string, pins: Pins): Promise<ReadonlyMap<string, PinnedClassifier>>;

  /** Forgets the list of active versions; called after a release changes it. */
  invalidate(): void;
}
