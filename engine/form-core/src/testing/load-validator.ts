import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FormSchema } from '../form-schema.ts';
import type { FormValidator, ValidatorModule } from '../form-validator.ts';
import { createValidator } from '../form-validator.ts';
import { buildValidatorModule } from '../form-validator-module.ts';

/** For tests: builds a schema's validator and loads it the way the server does, from a file. */
export async function loadValidator(schema: FormSchema): Promise<FormValidator> {
  return createValidator(await loadModule(buildValidatorModule(schema)));
}

async function loadModule(source: string): Promise<ValidatorModule> {
  const folder = await mkdtemp(path.join(tmpdir(), 'validator-'));
  try {
    const file = path.join(folder, 'validator.mjs');
    await writeFile(file, source);
    return (await import(file)) as ValidatorModule;
  } finally {
    await rm(folder, { recursive: true });
  }
}
