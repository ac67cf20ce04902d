import type { FieldError } from '@esocial/contracts/generated/field-error.ts';
import type { FormFixture } from '@esocial/contracts/generated/form-fixture.ts';
import { checkForm } from '@esocial/form-core/check-form.ts';
import type { CompiledForm } from '@esocial/form-core/compiled-form.ts';
import type { FormValidator } from '@esocial/form-core/form-validator.ts';
import { canonicalJson } from '../definitions/canonical-json.ts';
import { reporter } from './content-fault.ts';
import type { ContentFault, Report } from './content-fault.ts';
import type { FormSource } from './content-folder.ts';
import type { ContentIndex } from './content-index.ts';
import { matchesContract } from './contract-schemas.ts';

/** The day on which fixtures are judged: the one on which scenarios begin. */
export const fixtureDay = '2026-01-05';

/** Judges every fixture of a form: what it says about its own errors must be exactly what the form says. */
export function checkFixtures(
  source: FormSource,
  form: CompiledForm,
  validator: FormValidator,
  index: ContentIndex,
  faults: ContentFault[],
): void {
  const env = { today: fixtureDay, classifier: (key: string) => index.classifiers.get(key) };
  for (const file of source.fixtures) {
    const report = reporter(faults, file.file);
    if (!matchesContract('form-fixture', file.value, report)) continue;
    const fixture = file.value as unknown as FormFixture;
    const verdict = checkForm(form, validator, fixture.data, env);
    compareErrors(fixture, verdict.errors, report);
    if (fixture.errors.length === 0) index.fixtures.set(`${source.key}/${file.name}`, verdict.data);
  }
  if (![...index.fixtures.keys()].some((key) => key.startsWith(`${source.key}/`))) {
    reporter(faults, `${source.folder}/fixtures`)('', 'the form has no valid fixture; add one', 'warning');
  }
}

function compareErrors(fixture: FormFixture, found: readonly FieldError[], report: Report): void {
  const missing = [...found];
  for (const [position, expected] of fixture.errors.entries()) {
    const match = missing.findIndex((error) => fits(expected, error));
    if (match >= 0) missing.splice(match, 1);
    else
      report(
        `/errors/${position}`,
        `expects ${expected.keyword} at ${place(expected.path)}, which the form does not find`,
      );
  }
  for (const { path, keyword, params } of missing) {
    const detail = Object.keys(params).length > 0 ? ` (${JSON.stringify(params)})` : '';
    report(
      path === '' ? '/data' : `/data${path}`,
      `the form finds ${keyword} at ${place(path)}${detail}, which the fixture does not expect`,
    );
  }
}

function fits(expected: FormFixture['errors'][number], found: FieldError): boolean {
  if (expected.path !== found.path || expected.keyword !== found.keyword) return false;
  const params = found.params as Record<string, unknown>;
  return Object.entries(expected.params ?? {}).every(
    ([name, value]) => canonicalJson(params[name]) === canonicalJson(value),
  );
}

function place(path: string): string {
  return path === '' ? 'the whole form' : path;
}
