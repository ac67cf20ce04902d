import type { OrganisationFile } from '@esocial/contracts/generated/organisation.ts';
import { isIdno } from '@esocial/form-core/identifiers.ts';
import type { Report } from './content-fault.ts';
import type { ContentIndex } from './content-index.ts';

/** Reports offices that are doubled, have an office above them that does not exist, or serve no known territory. */
export function checkOrganisation(organisation: OrganisationFile, index: ContentIndex, report: Report): void {
  const { institutions } = organisation;
  const parents = new Map(institutions.map(({ key, parent }) => [key, parent]));
  const cuatm = index.classifiers.get('cuatm');
  const seen = new Map<string, string>();
  for (const [position, { key, idno, parent, territory, teams }] of institutions.entries()) {
    const at = `/institutions/${position}`;
    reportDoubled(seen, [`the key "${key}"`, ...(idno === null ? [] : [`the IDNO ${idno}`])], key, at, report);
    if (idno !== null && !isIdno(idno)) report(`${at}/idno`, `${idno} is not a valid IDNO`);
    if (parent !== null && !parents.has(parent)) report(`${at}/parent`, `there is no institution "${parent}"`);
    if (isAboveItself(key, parents)) report(`${at}/parent`, `"${key}" stands above itself`);
    if (territory !== null && cuatm && cuatm.codePath(territory).length === 0) {
      report(`${at}/territory`, `classifier "cuatm" has no unit ${territory}`);
    }
    for (const [place, team] of teams.entries()) {
      if (teams.findIndex((other) => other.key === team.key) !== place)
        report(`${at}/teams/${place}/key`, `the team "${team.key}" stands here twice`);
    }
  }
}

function reportDoubled(
  seen: Map<string, string>,
  names: readonly string[],
  key: string,
  at: string,
  report: Report,
): void {
  for (const name of names) {
    const first = seen.get(name);
    if (first !== undefined) report(at, `${name} is taken by institution "${first}"`);
    else seen.set(name, key);
  }
}

function isAboveItself(key: string, parents: ReadonlyMap<string, string | null>): boolean {
  const way = new Set<string>();
  let current = parents.get(key);
  while (current != null && current !== key && !way.has(current)) {
    way.add(current);
    current = parents.get(current);
  }
  return current === key;
}
