import type { RecordCorrectionRequest } from '@esocial/contracts/generated/api-records-correction-request.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import { contract, defineRoute } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import type { ChangingDependencies } from '../process/changing.ts';
import { changing } from '../process/changing.ts';
import type { RecordService } from './record-service.ts';

export interface RecordRouteDependencies extends ChangingDependencies {
  readonly records: RecordService;
}

export function createRecordRoutes(dependencies: RecordRouteDependencies): Route[] {
  const { records } = dependencies;
  return [
    defineRoute({
      method: 'get',
      path: '/api/v1/cases/:id/records',
      operationId: 'listCaseRecords',
      summary: 'The records of a case with their versions',
      policy: { action: 'case.read' },
      responses: { 200: contract('api-records-list') },
      handle: async ({ actor, params, language }) => ({
        status: 200,
        body: await records.listByCase(actor, params.id, language),
      }),
    }),
    defineRoute({
      method: 'get',
      path: '/api/v1/records/:id',
      operationId: 'getRecord',
      summary: 'One version of a record with its form',
      policy: { action: 'case.read' },
      responses: { 200: contract('api-records-detail') },
      async handle({ actor, params }) {
        const body = await records.get(actor, params.id);
        return { status: 200, body, etag: body.version };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/v1/records/:id/corrections',
      operationId: 'correctRecord',
      summary: 'Adds a corrected version of a record',
      policy: { action: 'record.correct' },
      body: contract<RecordCorrectionRequest>('api-records-correction-request'),
      responses: { 201: contract('api-records-correction-reply'), 412: contract('problem'), 422: contract('problem') },
      idempotent: true,
      mayRepeat: ({ actor, params }) => records.requireCorrectable(actor, params.id),
      ifMatch: 'required',
      async handle({ actor, params, body: { data, reason }, ifMatch }) {
        const request = { recordId: params.id, data: data as JsonObject, reason, version: ifMatch };
        const body = await changing(dependencies, (tell) => records.correct(actor, request, tell));
        return { status: 201, body, etag: body.version };
      },
    }),
  ];
}
