import type { FormDetail } from '@esocial/contracts/generated/api-forms-detail.ts';
import type { Clock } from '../clock/clock.ts';
import { legalDay } from '../clock/legal-day.ts';
import { NotFoundError } from '../errors/app-error.ts';
import { contract, defineRoute, queryOf } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import type { DefinitionReader } from './definition-reader.ts';
import { currentFormDetail } from './form-payload.ts';

export interface FormRouteDependencies {
  readonly definitions: DefinitionReader;
  readonly clock: Clock;
}

const immutable = { 'cache-control': 'private, max-age=31536000, immutable' };

export function createFormRoutes({ definitions, clock }: FormRouteDependencies): Route[] {
  async function versionOf(key: string, query: { at?: string; version?: string }): Promise<string> {
    if (query.version === undefined) {
      const active = await definitions.findActive('form', key, query.at ?? legalDay(clock.now()));
      if (!active) throw new NotFoundError('active form', key);
      return active.id;
    }
    const version = await definitions.getVersion(query.version);
    if (version.kind !== 'form' || version.key !== key)
      throw new NotFoundError(`version of form ${key}`, query.version);
    return version.id;
  }

  return [
    defineRoute({
      method: 'get',
      path: '/api/v1/forms/validators/:file',
      operationId: 'getFormValidator',
      summary: 'The validator of a form version as an ES module; never changes',
      policy: 'signed-in',
      responses: { 200: null },
      async handle({ params }) {
        const id = /^([0-9a-f-]{36})\.js$/.exec(params.file)?.[1];
        if (id === undefined) throw new NotFoundError('form validator', params.file);
        const body = await definitions.validatorSource(id);
        return { status: 200, body, headers: { ...immutable, 'content-type': 'text/javascript; charset=utf-8' } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/forms/:key',
      operationId: 'getForm',
      summary: 'A form in force on a day, or one of its versions',
      policy: 'signed-in',
      query: queryOf<{ at?: string; version?: string }>({
        at: { type: 'string', format: 'date' },
        version: { type: 'string', format: 'uuid' },
      }),
      responses: { 200: contract<FormDetail>('api-forms-detail') },
      async handle({ params, query }) {
        const form = await definitions.compiledForm(await versionOf(params.key, query));
        const at = query.at ?? legalDay(clock.now());
        return { status: 200, body: await currentFormDetail(definitions, form, at) };
      },
    }),
  ];
}
