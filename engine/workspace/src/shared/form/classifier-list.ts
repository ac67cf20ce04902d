import type { ClassifierVersion } from '@esocial/contracts/generated/api-classifiers-version.ts';
import { createClassifierLookup, type ClassifierLookup } from '@esocial/form-core/classifier-lookup.ts';
import { ApiError, readProblem } from '../../api/problem.ts';
import type { ClassifierSource } from './form-source.ts';

const loaded = new Map<string, Promise<ClassifierLookup>>();

/** A version of a code list never changes, so it is loaded once for all forms. */
function loadClassifier(source: ClassifierSource): Promise<ClassifierLookup> {
  const known = loaded.get(source.versionId);
  if (known) return known;
  const loading = fetchClassifier(source.url);
  loaded.set(source.versionId, loading);
  loading.catch(() => loaded.delete(source.versionId));
  return loading;
}

async function fetchClassifier(url: string): Promise<ClassifierLookup> {
  const response = await fetch(url, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new ApiError(await readProblem(response));
  const version = (await response.json()) as ClassifierVersion;
  return createClassifierLookup(version.items);
}

/** The code lists that a form names, by key. */
export async function loadClassifiers(sources: readonly ClassifierSource[]): Promise<Map<string, ClassifierLookup>> {
  const entries = sources.map(async (source) => [source.key, await loadClassifier(source)] as const);
  return new Map(await Promise.all(entries));
}
