import type { RecordDetail } from '@esocial/contracts/generated/api-records-detail.ts';
import type { RecordSeriesList } from '@esocial/contracts/generated/api-records-list.ts';
import { redactByClass } from '@esocial/form-core/field-classes.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import type { Actor, Language } from '../access/actor.ts';
import { decide } from '../access/decide.ts';
import type { Audit } from '../audit/audit.ts';
import { caseObject, requireCase } from '../cases/case-access.ts';
import { insertCaseEvent } from '../cases/case-events.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import type { DefinitionReader } from '../definitions/definition-reader.ts';
import type { Pins } from '../definitions/definition.ts';
import type { LiveEvent } from '../events/live-events.ts';
import { checkSubmission } from './check-submission.ts';
import { formPayload, formTitle } from './form-payload.ts';
import { checkReferences, referencesIn } from './form-references.ts';
import type { RecordSummary, StoredRecord } from './record-store.ts';
import { createRecordStore, staleRecord } from './record-store.ts';

export interface RecordServiceDependencies {
  readonly database: Database;
  readonly definitions: DefinitionReader;
  readonly audit: Audit;
  readonly clock: Clock;
}

export interface CorrectionRequest {
  readonly recordId: string;
  readonly data: JsonObject;
  readonly reason: string;
  /** The version that the person has corrected. */
  readonly version: number | undefined;
}

export interface RecordService {
  listByCase(actor: Actor, caseId: string, language: Language): Promise<RecordSeriesList>;
  get(actor: Actor, recordId: string): Promise<RecordDetail>;
  /** Adds a corrected version; what the process took from the earlier one stays as it is. */
  correct(
    actor: Actor,
    request: CorrectionRequest,
    tell: (event: LiveEvent) => void,
  ): Promise<{ recordId: string; version: number }>;
  /** Throws ForbiddenError when the actor may not correct the record. */
  requireCorrectable(actor: Actor, recordId: string): Promise<void>;
}

export function createRecordService(dependencies: RecordServiceDependencies): RecordService {
  const { database, definitions, audit, clock } = dependencies;
  const store = createRecordStore(database);

  async function requireCorrectable(actor: Actor, recordId: string) {
    const record = await store.get(recordId);
    return { record, ...(await requireCase(database, actor, record.caseId, 'record.correct')) };
  }

  return {
    async listByCase(actor, caseId, language) {
      const { row } = await requireCase(database, actor, caseId, 'case.read');
      const series = groupBySeries(await store.listByCase(caseId));
      await audit.record(actor, {
        verb: 'record.listed',
        objectType: 'case',
        objectId: caseId,
        caseId,
        subjectIds: subjects(row),
      });
      const items = await Promise.all(
        [...series.values()].map((versions) => presentSeries(definitions, versions, language)),
      );
      return { items };
    },

    async get(actor, recordId) {
      const record = await store.get(recordId);
      const { row, decision } = await requireCase(database, actor, record.caseId, 'case.read');
      const { compiled } = await definitions.compiledForm(record.formVersionId);
      const data = redactByClass(compiled, record.data, new Set(decision.classes)).data;
      await audit.record(actor, {
        verb: 'record.read',
        objectType: 'record',
        objectId: record.id,
        caseId: row.id,
        subjectIds: subjects(row),
        fields: Object.keys(data),
      });
      const { id, seriesId, caseId, version, latestVersion, submittedAt, submittedBy, elementId, notApplied, reason } =
        record;
      const latest = version === latestVersion;
      const { pins, day } = await pinnedAt(dependencies, record);
      return {
        ...{ id, seriesId, caseId, caseNumber: row.number, version, latest },
        legalReferenceDate: day,
        ...(await formPayload(definitions, record.formVersionId, pins)),
        data,
        submittedAt: submittedAt.toISOString(),
        submittedBy,
        ...(elementId ? { elementId } : {}),
        notApplied,
        ...(reason ? { reason } : {}),
        fieldClasses: [...decision.classes],
        permissions: { correct: latest && decide(actor, 'record.correct', caseObject(row)).allowed },
      };
    },

    async requireCorrectable(actor, recordId) {
      await requireCorrectable(actor, recordId);
    },

    async correct(actor, { recordId, data, reason, version }, tell) {
      const { record, row, decision } = await requireCorrectable(actor, recordId);
      if (record.version !== record.latestVersion || (version ?? record.version) !== record.version)
        throw staleRecord(record);
      const { formVersionId, caseId } = record;
      const { pins, day } = await pinnedAt(dependencies, record);
      const checked = await checkSubmission(definitions, {
        formVersionId,
        pins,
        data,
        day,
        classes: decision.classes,
        prior: record.data,
      });
      const references = await checkReferences(database, referencesIn(checked.form, checked.data), {
        caseId,
        userId: actor.userId,
      });
      const at = clock.now();
      const added = await store.insertCorrection(record, { data: checked.data, reason, userId: actor.userId, at });
      await store.attachDocuments(references.documentIds, caseId);
      await insertCaseEvent(database, {
        caseId,
        at,
        actorId: actor.userId,
        kind: 'record',
        event: 'record.corrected',
        record_id: added.id,
        params: { formKey: record.formKey, version: added.version, reason },
      });
      await audit.record(actor, {
        verb: 'record.corrected',
        objectType: 'record',
        objectId: added.id,
        caseId,
        subjectIds: subjects(row),
        fields: changedFields(record.data, checked.data),
        reason,
      });
      tell({ type: 'case.changed', caseId, institutionId: row.institution_id });
      return { recordId: added.id, version: added.version };
    },
  };
}

function groupBySeries(records: readonly RecordSummary[]): Map<string, RecordSummary[]> {
  const series = new Map<string, RecordSummary[]>();
  for (const record of records) series.set(record.seriesId, [...(series.get(record.seriesId) ?? []), record]);
  return series;
}

function subjects({ person_id: personId }: { person_id: string | null }): string[] {
  return personId ? [personId] : [];
}

function changedFields(before: JsonObject, after: JsonObject): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

async function pinnedAt(
  { definitions }: RecordServiceDependencies,
  { pinSetId, legalReferenceDate: day }: StoredRecord,
): Promise<{ pins: Pins; day: string }> {
  return { pins: (await definitions.getPinSet(pinSetId)).pins, day };
}

async function presentSeries(
  definitions: DefinitionReader,
  versions: readonly RecordSummary[],
  language: Language,
): Promise<RecordSeriesList['items'][number]> {
  const [newest] = versions;
  return {
    seriesId: newest?.seriesId ?? '',
    formKey: newest?.formKey ?? '',
    title: newest ? await formTitle(definitions, newest.formVersionId, language) : '',
    versions: versions.map(({ id, version, submittedAt, submittedBy, elementId, notApplied }) => ({
      id,
      version,
      submittedAt: submittedAt.toISOString(),
      submittedBy,
      ...(elementId ? { elementId } : {}),
      notApplied,
    })),
  };
}
