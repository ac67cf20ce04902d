import { compileForm } from '@esocial/form-core/compile-form.ts';
import type { FormValidator } from '@esocial/form-core/form-validator.ts';
import type { CalendarFile } from '@esocial/contracts/generated/calendar.ts';
import type { DeadlineRuleFile } from '@esocial/contracts/generated/deadline-rule.ts';
import type { ParameterFile } from '@esocial/contracts/generated/parameter.ts';
import { digestOf } from './canonical-json.ts';
import type { Database } from '../database/database.ts';
import { outsideUnitOfWork } from '../database/unit-of-work.ts';
import { NotFoundError } from '../errors/app-error.ts';
import { isId } from '../ids/new-id.ts';
import { indexActiveVersions, keepFresh } from './active-versions.ts';
import { compileWorkflow } from './compile-workflow.ts';
import type {
  CompiledWorkflow,
  DefinitionKind,
  DefinitionVersion,
  FormContent,
  LoadedForm,
  PinnedClassifier,
  Pins,
  PinSet,
  WorkflowContent,
} from './definition.ts';
import { pinKey } from './definition.ts';
import type { DefinitionReader } from './definition-reader.ts';
import { createDefinitionStore } from './definition-store.ts';
import { compileExpression } from '@esocial/process-core/feel/compile.ts';
import { classifierKeysOf } from './form-references.ts';
import { loadValidator } from './load-validator.ts';
import { camelCase, parameterOn } from './parameters.ts';
import { collectPins } from './pins.ts';
import { createVersionCache } from './version-cache.ts';

const maximumAge = 30_000;

/** How the items of a classifier version are read; the classifiers module owns their rows. */
export type LoadClassifier = (versionId: string, key: string) => Promise<PinnedClassifier>;

export interface DefinitionReaderDependencies {
  readonly database: Database;
  readonly loadClassifier: LoadClassifier;
}

/**
 * The reader over the database. What it caches never depends on an uncommitted transaction: it reads outside of the
 * caller's unit of work. `start` subscribes to changes that other processes make.
 */
export function createDefinitionReader({ database, loadClassifier }: DefinitionReaderDependencies) {
  const store = createDefinitionStore(database);
  const versions = createVersionCache<DefinitionVersion>(500);
  const forms = createVersionCache<LoadedForm>(300);
  const validators = createVersionCache<FormValidator>(300);
  const workflows = createVersionCache<CompiledWorkflow>(100);
  const classifiers = createVersionCache<PinnedClassifier>(200);
  const pinSets = createVersionCache<PinSet>(1000);
  const active = keepFresh(
    () => outsideUnitOfWork(async () => indexActiveVersions(await store.listActive())),
    maximumAge,
  );
  let pinsByStart = createVersionCache<PinSet>(500);

  const getVersion = (id: string) =>
    versions.get(id, () =>
      outsideUnitOfWork(async () => {
        const version = isId(id) ? await store.findVersion(id) : undefined;
        if (!version) throw new NotFoundError('definition version', id);
        return version;
      }),
    );

  async function contentOf<Content>(id: string, kind: DefinitionKind): Promise<Content> {
    const version = await getVersion(id);
    if (version.kind !== kind) throw new NotFoundError(`${kind} version`, id);
    return version.content as unknown as Content;
  }

  async function loadForm(id: string): Promise<LoadedForm> {
    const content = await contentOf<FormContent>(id, 'form');
    const { number } = await getVersion(id);
    return { ...content, versionId: id, number, compiled: compileForm(content, { compile: compileExpression }) };
  }

  async function loadPins(workflowKey: string, at: string): Promise<PinSet> {
    const index = await active.get();
    const pins = await collectPins(workflowKey, { ...reader, find: (kind, key) => index.find(kind, key, at) });
    return outsideUnitOfWork(() => store.upsertPinSet(digestOf(pins), pins));
  }

  async function repin(pinSetId: string, workflowVersionId: string, at: string): Promise<PinSet> {
    const [{ pins: kept }, target, index] = await Promise.all([
      reader.getPinSet(pinSetId),
      getVersion(workflowVersionId),
      active.get(),
    ]);
    const own = pinKey('workflow', target.key);
    const reached = await collectPins(target.key, {
      ...reader,
      find: (kind, key) => (pinKey(kind, key) === own ? target : index.find(kind, key, at)),
    });
    const pins = { ...reached, ...kept, [own]: workflowVersionId };
    const sorted = Object.fromEntries(Object.entries(pins).sort(([left], [right]) => (left < right ? -1 : 1)));
    return outsideUnitOfWork(() => store.upsertPinSet(digestOf(sorted), sorted));
  }

  const reader: DefinitionReader = {
    getVersion,
    findActive: async (kind, key, at) => (await active.get()).find(kind, key, at),
    listActive: async (kind, at) => (await active.get()).list(kind, at),
    listVersions: (kind, key) => store.listVersions(kind, key),

    compiledForm: (id) => forms.get(id, loadForm),
    formValidator: (id) => validators.get(id, async () => loadValidator(await reader.validatorSource(id), id)),
    async validatorSource(id) {
      const source = isId(id) ? await outsideUnitOfWork(() => store.findValidator(id)) : undefined;
      if (source === undefined) throw new NotFoundError('form validator', id);
      return source;
    },
    compiledWorkflow: (id) =>
      workflows.get(id, async () =>
        compileWorkflow(await contentOf<WorkflowContent>(id, 'workflow'), await getVersion(id)),
      ),
    classifierLookup: (id) =>
      classifiers.get(id, async () => {
        const version = await getVersion(id);
        return outsideUnitOfWork(() => loadClassifier(id, version.key));
      }),
    calendar: (id) => contentOf<CalendarFile>(id, 'calendar'),
    deadlineRule: (id) => contentOf<DeadlineRuleFile>(id, 'deadline-rule'),
    parameter: (id) => contentOf<ParameterFile>(id, 'parameter'),

    pinsFor: (workflowKey, at) => pinsByStart.get(`${workflowKey} ${at}`, () => loadPins(workflowKey, at)),
    getPinSet: (id) =>
      pinSets.get(id, async () => {
        const pinSet = isId(id) ? await outsideUnitOfWork(() => store.findPinSet(id)) : undefined;
        if (!pinSet) throw new NotFoundError('pin set', id);
        return pinSet;
      }),
    repinned: repin,
    pinned: getPin,

    async parametersAt(pins, at) {
      const ids = Object.entries(pins).filter(([pin]) => pin.startsWith('parameter:'));
      const values = await Promise.all(ids.map(async ([, id]) => parameterOn(await reader.parameter(id), id, at)));
      return Object.fromEntries(
        values.filter((value) => value !== undefined).map((value) => [camelCase(value.key), value.value]),
      );
    },
    async parameterAt(pins, key, at) {
      const id = pins[pinKey('parameter', key)];
      return id === undefined ? undefined : parameterOn(await reader.parameter(id), id, at);
    },
    async classifiersFor(formVersionId, pins) {
      const keys = classifierKeysOf((await reader.compiledForm(formVersionId)).schema);
      const lookups = await Promise.all(keys.map((key) => reader.classifierLookup(getPin(pins, 'classifier', key))));
      return new Map(lookups.map((lookup) => [lookup.key, lookup]));
    },

    invalidate() {
      active.invalidate();
      pinsByStart = createVersionCache<PinSet>(500);
    },
  };

  return {
    ...reader,
    /** Follows the changes that other server processes make, for as long as the database is open. */
    start: () =>
      database.listen(
        'definitions_changed',
        () => reader.invalidate(),
        () => reader.invalidate(),
      ),
  };
}

function getPin(pins: Pins, kind: DefinitionKind, key: string): string {
  const id = pins[pinKey(kind, key)];
  if (id === undefined) throw new NotFoundError(`pinned ${kind}`, key);
  return id;
}
