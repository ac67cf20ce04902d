import { itemsOfRelease } from './items-of-release.ts';
import { kindOf } from './kinds.ts';
import { localized } from './localized.ts';
import { matchDefinitions, type DefinitionItem } from './match-definitions.ts';

const item = (key: string, title: string, more: Partial<DefinitionItem> = {}): DefinitionItem => ({
  ...{ kind: 'form', key, title, versionId: `version-${key}`, number: 1, digest: '', effectiveFrom: '2026-01-01' },
  ...{ releaseId: 'release-1', legalBasis: [] },
  ...more,
});

const plan = item('plan-individual', 'Plan individual');
const report = item('fisa-sesizare', 'Fișă de sesizare');
const compare = (left: string, right: string) => left.localeCompare(right);

describe('definitions found by name', () => {
  it.each([
    ['', ['fisa-sesizare', 'plan-individual']],
    ['fisa de', ['fisa-sesizare']],
    ['INDIVIDUAL', ['plan-individual']],
    ['nimic', []],
  ])('for "%s" are %p', (text, keys) => {
    expect(matchDefinitions([plan, report], text, compare).map((each) => each.key)).toEqual(keys);
  });
});

describe('what came with a release', () => {
  it('is grouped by kind, and the rest left out', () => {
    // given
    const role = item('clerk', 'Funcționar', { kind: 'role' });
    const other = item('other', 'Alt', { releaseId: 'release-2' });
    // then
    expect(itemsOfRelease([role, plan, other], 'release-1')).toEqual([
      { kind: 'form', items: [plan] },
      { kind: 'role', items: [role] },
    ]);
  });
});

describe('the kind in an address', () => {
  it('is forms when the address names no kind', () => {
    expect([kindOf('role'), kindOf('nothing'), kindOf(undefined)]).toEqual(['role', 'form', 'form']);
  });
});

describe('a text of a definition', () => {
  it('falls back to Romanian', () => {
    expect(localized({ ro: 'a', ru: 'b' }, 'ru')).toBe('b');
    expect(localized({ ro: 'a', ru: 'b' }, 'en')).toBe('a');
  });
});
