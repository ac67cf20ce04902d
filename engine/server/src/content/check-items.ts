import type { ClassifierFile } from '@esocial/contracts/generated/classifier.ts';
import type { Report } from './content-fault.ts';
import type { ParsedItem } from './parse-items.ts';

/** Reports what does not fit between the items of a classifier, and the names that are missing. */
export function checkItems(file: ClassifierFile, items: readonly ParsedItem[], report: Report): void {
  if (items.length === 0) report('', `classifier ${file.key} has no items`);
  const byCode = new Map<string, ParsedItem>();
  for (const item of items) {
    const first = byCode.get(item.code);
    if (first) report(`line ${item.line}`, `code ${item.code} stands already on line ${first.line}`);
    else byCode.set(item.code, item);
  }
  for (const item of byCode.values()) checkParent(file, item, byCode, report);
  reportCycles(byCode, report);
  if (file.officialNamesOnlyIn === undefined) warnOfMissingNames(items, report);
}

function checkParent(
  file: ClassifierFile,
  item: ParsedItem,
  byCode: ReadonlyMap<string, ParsedItem>,
  report: Report,
): void {
  const { parent, code, line } = item;
  if (!parent) return;
  if (!file.hierarchical) {
    report(`line ${line}`, `item ${code} has the parent ${parent}, but the classifier is not hierarchical`);
  } else if (!byCode.has(parent)) {
    report(`line ${line}`, `the parent ${parent} of item ${code} does not exist`);
  }
}

function reportCycles(byCode: ReadonlyMap<string, ParsedItem>, report: Report): void {
  const settled = new Set<string>();
  for (const start of byCode.values()) {
    const way: string[] = [];
    let current: ParsedItem | undefined = start;
    while (current && !settled.has(current.code) && !way.includes(current.code)) {
      way.push(current.code);
      current = current.parent ? byCode.get(current.parent) : undefined;
    }
    if (current && way.includes(current.code)) {
      const circle = [...way.slice(way.indexOf(current.code)), current.code].join(' → ');
      report(`line ${current.line}`, `these items are each other's parents in a circle: ${circle}`);
    }
    for (const code of way) settled.add(code);
  }
}

function warnOfMissingNames(items: readonly ParsedItem[], report: Report): void {
  for (const language of ['ru', 'en'] as const) {
    const missing = items.filter((item) => !item[language]).map((item) => item.code);
    if (missing.length > 0)
      report('', `${missing.length} items have no ${language} name: ${listed(missing)}`, 'warning');
  }
}

/** The first few of many. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `${shown} and ${names.length - 5} more` : shown;
}
