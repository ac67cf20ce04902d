import { readFileSync } from 'node:fs';
import type { Variables } from '@esocial/process-core/types.ts';

/** A FEEL expression, and the variables that it sees. */
export interface FeelExample {
  readonly group: string;
  readonly expression: string;
  readonly context?: Variables;
}

export interface FeelExamples {
  readonly expressions: readonly FeelExample[];
  /** Texts that are no FEEL. */
  readonly refused: readonly string[];
  /** FEEL of the standard that the broker's parser refuses; ours reads it. */
  readonly beyond: readonly string[];
}

export function readExamples(file: string): FeelExamples {
  return JSON.parse(readFileSync(file, 'utf8')) as FeelExamples;
}
