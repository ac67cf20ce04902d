import type { LegalBasis } from '@esocial/contracts/generated/legal-basis.ts';
import type { ItemWithAttributes } from '../classifiers/classifier.ts';
import type { DefinitionKind } from '../definitions/definition.ts';

/** A definition of a content folder that was found valid, ready to become a version. */
export interface DefinitionSource {
  readonly kind: DefinitionKind;
  readonly key: string;
  readonly content: unknown;
  readonly legalBasis: readonly LegalBasis[];
  /** Of a classifier. */
  readonly items?: readonly ItemWithAttributes[];
  /** Of a form: the source of its validator module. */
  readonly validator?: string;
}

/** Which definitions exist already, besides those of the folder that is checked. */
export interface KnownDefinitions {
  has(kind: DefinitionKind, key: string): boolean;
}

export const nothingKnown: KnownDefinitions = { has: () => false };
