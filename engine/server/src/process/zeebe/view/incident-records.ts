import type { IncidentKind } from '@esocial/process-core/types.ts';
import { keyOf, textOf } from '../record-stream/zeebe-record.ts';
import { idOfKey } from './broker-key.ts';
import { elementData, scopeId } from './broker-state.ts';
import { jobCreated } from './job-records.ts';
import type { RecordReader } from './read-record.ts';

/** Incidents; when one of a job is resolved, the job is to be done again. */
export const readIncident: RecordReader = (state, record) => {
  const incidentId = idOfKey(record.key);
  const elementInstanceId = scopeId(state, keyOf(record, 'elementInstanceKey') ?? '0');
  if (record.intent === 'RESOLVED') {
    const { [incidentId]: _resolved, ...incidents } = state.incidents;
    const next = { ...state, incidents };
    const isOfJob = keyOf(record, 'jobKey') !== undefined && elementData(next, elementInstanceId).job !== undefined;
    return {
      state: next,
      effects: [{ type: 'incidentResolved', incidentId }, ...(isOfJob ? [jobCreated(next, elementInstanceId, 1)] : [])],
    };
  }
  if (record.intent !== 'CREATED') return { state, effects: [] };
  const kind = textOf(record, 'errorType') as IncidentKind;
  const message = textOf(record, 'errorMessage');
  const elementId = state.elements[elementInstanceId]?.elementId ?? textOf(record, 'elementId');
  return {
    state: { ...state, incidents: { ...state.incidents, [incidentId]: { elementInstanceId, kind, message } } },
    effects: [{ type: 'incidentRaised', incidentId, elementInstanceId, elementId, kind, message }],
  };
};
