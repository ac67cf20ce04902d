import type { OrganisationFile } from '@esocial/contracts/generated/organisation.ts';
import type { ClassifierLookup } from '@esocial/form-core/classifier-lookup.ts';
import type { CompiledForm } from '@esocial/form-core/compiled-form.ts';
import type { DmnModel } from '@esocial/process-core/dmn/model.ts';
import type { EngineTarget } from '@esocial/process-core/model/rules/engine-targets.ts';
import type { ProcessModel } from '@esocial/process-core/model/model.ts';
import type { Json } from '@esocial/process-core/types.ts';
import type { DefinitionKind } from '../definitions/definition.ts';
import type { ContentFolder } from './content-folder.ts';
import type { KnownDefinitions } from './definition-source.ts';

/** What the definitions of a folder say about each other while it is checked. */
export interface ContentIndex {
  /** The process engine that is to run it. */
  readonly engine: EngineTarget;
  /** Whether a definition of this key stands in the folder or exists already. */
  has(kind: DefinitionKind, key: string): boolean;
  /** Keys of the folder's institutions with the key of the one above; undefined when it holds no organisation. */
  readonly institutions: ReadonlyMap<string, string | null> | undefined;
  /** Filled as classifiers and forms are checked, in this order, before whatever refers to them. */
  readonly classifiers: Map<string, ClassifierLookup>;
  readonly forms: Map<string, CompiledForm>;
  /** Data of valid fixtures by `form-key/fixture-name`. */
  readonly fixtures: Map<string, Json>;
  /** Processes and decisions by workflow. */
  readonly processes: Map<string, { readonly models: readonly ProcessModel[]; readonly dmn: readonly DmnModel[] }>;
}

/** Indexes which keys a folder defines. */
export function indexContent(
  content: ContentFolder,
  known: KnownDefinitions,
  engine: EngineTarget = 'embedded',
): ContentIndex {
  const keys = new Set<string>([
    ...content.forms.map(({ key }) => `form:${key}`),
    ...content.workflows.map(({ key }) => `workflow:${key}`),
    ...content.classifiers.map(({ key }) => `classifier:${key}`),
    ...content.policies.map(({ kind, key }) => `${kind}:${key}`),
  ]);
  return {
    engine,
    institutions: institutionsIn(content),
    has: (kind, key) => keys.has(`${kind}:${key}`) || known.has(kind, key),
    classifiers: new Map(),
    forms: new Map(),
    fixtures: new Map(),
    processes: new Map(),
  };
}

/** A file that does not hold to its contract is reported when it is checked. */
function institutionsIn({ policies }: ContentFolder): ReadonlyMap<string, string | null> | undefined {
  const organisation = policies.find(({ kind }) => kind === 'organisation')?.json.value as unknown;
  const { institutions } = (organisation ?? {}) as Partial<OrganisationFile>;
  if (!Array.isArray(institutions)) return undefined;
  return new Map(institutions.map(({ key, parent }) => [key, parent]));
}
