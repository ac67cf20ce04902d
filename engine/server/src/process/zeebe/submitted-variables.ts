import type { ElementModel } from '@esocial/process-core/model/model.ts';
import type { Json, Variables } from '@esocial/process-core/types.ts';

const texts = /"(?:[^"\\]|\\.)*"/g;
const mentions = /\bdata\b(\s*\.\s*([A-Za-z_]\w*))?/g;

/**
 * What the broker gets of a submission: the fields of `data` that the task's output mappings name, and nothing without
 * mappings. A mapping that takes `data` as a whole gets it as a whole.
 */
export function submittedVariables(element: ElementModel | undefined, data: Json): Variables {
  const sources = (element?.outputs ?? []).flatMap(({ source }) => (source.feel ? [source.feel] : []));
  if (!sources.some(({ names }) => names.includes('data'))) return {};
  const mentioned = sources.flatMap(({ source }) => [...source.replace(texts, '""').matchAll(mentions)]);
  if (!isObject(data) || mentioned.some(([, field]) => field === undefined)) return { data };
  const fields = new Set(mentioned.map((match) => match[2] ?? ''));
  return { data: Object.fromEntries(Object.entries(data).filter(([name]) => fields.has(name))) };
}

function isObject(value: Json): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
