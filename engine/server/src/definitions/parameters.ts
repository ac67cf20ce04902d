import type { ParameterFile } from '@esocial/contracts/generated/parameter.ts';
import type { ParameterValue } from './definition-reader.ts';

/** The value of a parameter that holds on a day: the one with the latest `validFrom` on or before it. */
export function parameterOn(file: ParameterFile, versionId: string, at: string): ParameterValue | undefined {
  const values = [...file.values].sort((left, right) => (left.validFrom < right.validFrom ? 1 : -1));
  const value = values.find((candidate) => candidate.validFrom <= at);
  return value && { key: file.key, versionId, title: file.title, unit: file.unit, ...value };
}

/** `review-interval-weeks` is the process variable `reviewIntervalWeeks`. */
export function camelCase(key: string): string {
  return key.replace(/-+([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}
