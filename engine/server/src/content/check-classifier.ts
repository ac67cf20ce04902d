import type { ClassifierFile } from '@esocial/contracts/generated/classifier.ts';
import { createClassifierLookup } from '@esocial/form-core/classifier-lookup.ts';
import { checkItems } from './check-items.ts';
import { warnOfMissingTexts } from './check-localized-texts.ts';
import { hasErrors, reporter } from './content-fault.ts';
import type { ContentFault } from './content-fault.ts';
import type { ClassifierSource } from './content-folder.ts';
import type { ContentIndex } from './content-index.ts';
import { matchesContract } from './contract-schemas.ts';
import type { DefinitionSource } from './definition-source.ts';
import { checkKey } from './check-key.ts';
import { parseItems } from './parse-items.ts';

/** Checks a classifier and its items; gives the definition when nothing is wrong. */
export function checkClassifier(
  source: ClassifierSource,
  index: ContentIndex,
  all: ContentFault[],
): DefinitionSource | undefined {
  if (!source.classifier || !source.items) return undefined;
  const faults: ContentFault[] = [];
  const report = reporter(faults, source.classifier.file);
  if (matchesContract('classifier', source.classifier.value, report)) {
    const file = source.classifier.value as unknown as ClassifierFile;
    checkKey(file.key, source.key, report);
    warnOfMissingTexts(source.classifier.value, report);
    const reportItems = reporter(faults, source.items.file);
    const items = parseItems(file, source.items, reportItems);
    checkItems(file, items, reportItems);
    index.classifiers.set(source.key, createClassifierLookup(items));
    all.push(...faults);
    if (hasErrors(faults)) return undefined;
    const plain = items.map(({ line: _line, ...item }) => item);
    return { kind: 'classifier', key: source.key, content: { file }, legalBasis: file.legalBasis ?? [], items: plain };
  }
  all.push(...faults);
  return undefined;
}
