import { BadRequestError, PreconditionRequiredError } from '../errors/app-error.ts';

/** A version as ETag: `"5"`. */
export function toEntityTag(version: number | string): string {
  return `"${version}"`;
}

/** The version in an If-Match header; `*`, and no header where none is required, name none. */
export function readIfMatch(header: string | undefined, need: 'required' | 'optional' | undefined): number | undefined {
  if (!need || header === '*') return undefined;
  if (header === undefined) {
    if (need === 'required') throw new PreconditionRequiredError();
    return undefined;
  }
  const version = /^(?:W\/)?"(\d{1,15})"$/.exec(header.trim())?.[1];
  if (version === undefined)
    throw new BadRequestError('invalid_if_match', 'If-Match must be the ETag of an earlier answer, for example "5"');
  return Number(version);
}
