import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadFormValidator } from './load-form-validator.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'validators-'));
const source =
  'export function createValidate(formats) { const v = (data) => { v.errors = formats.idnp(data) ? null : [{ keyword: "format" }]; return v.errors === null; }; return v; }';

describe('loadFormValidator', () => {
  afterAll(() => rmSync(folder, { recursive: true }));

  it('loads the module of a form version once and hands it the formats', async () => {
    // given
    const url = path.join(folder, 'one.mjs');
    writeFileSync(url, source);
    // when
    const validator = await loadFormValidator(url);
    // then
    expect(validator('2000000000015')).toEqual([]);
    expect(validator('2222222222222')).toEqual([{ keyword: 'format' }]);
    expect(loadFormValidator(url)).toBe(loadFormValidator(url));
  });

  it('can be tried again after it failed', async () => {
    // given
    const url = path.join(folder, 'two.mjs');
    const first = loadFormValidator(url);
    await expect(first).rejects.toThrow();
    // when
    const second = loadFormValidator(url);
    // then
    expect(second).not.toBe(first);
    await expect(second).rejects.toThrow();
  });
});
