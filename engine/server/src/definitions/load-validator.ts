import Module from 'node:module';
import { createValidator } from '@esocial/form-core/form-validator.ts';
import type { FormValidator, ValidatorModule } from '@esocial/form-core/form-validator.ts';

/** Node's own way to run the source of a CommonJS module; its types leave it out. */
interface RunnableModule {
  exports: unknown;
  _compile(source: string, fileName: string): void;
}

/**
 * Loads a validator module that was made at publishing. The browser imports the same source as it stands; here it
 * becomes a CommonJS module outside of Node's module cache, so that a version that is no longer used can be freed.
 */
export function loadValidator(source: string, versionId: string): FormValidator {
  const fileName = `form-validator-${versionId}.cjs`;
  const module = new Module(fileName) as unknown as RunnableModule;
  module._compile(`${source.replace('export function createValidate', 'exports.createValidate = function')}`, fileName);
  return createValidator(module.exports as ValidatorModule);
}
