import type { LegalBasis } from '@esocial/contracts/generated/legal-basis.ts';
import type { ParameterFile } from '@esocial/contracts/generated/parameter.ts';
import type { DefinitionVersion } from './definition.ts';

/** The acts behind a version. Each value of a parameter has an act of its own: it is the one of the newest value. */
export function legalBasisOf({
  kind,
  content,
  legalBasis,
}: Pick<DefinitionVersion, 'kind' | 'content' | 'legalBasis'>): LegalBasis[] {
  if (kind !== 'parameter') return [...legalBasis];
  const { values } = content as unknown as ParameterFile;
  const [newest] = [...values].sort((left, right) => right.validFrom.localeCompare(left.validFrom));
  if (!newest) return [];
  const { act, article, needsLegalConfirmation } = newest;
  return [{ act, ...(article === undefined ? {} : { article }), needsLegalConfirmation }];
}
