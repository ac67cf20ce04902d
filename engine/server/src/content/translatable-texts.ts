import { schemaNodes } from '@esocial/form-core/schema-nodes.ts';
import type { ProcessModel } from '@esocial/process-core/model/model.ts';
import type { Json } from '@esocial/process-core/types.ts';
import { valueAt } from '@esocial/form-core/pointer.ts';
import type { FormContent, WorkflowContent } from '../definitions/definition.ts';

/** One part of a translations file: which texts there are, and which of them everybody sees. */
export interface TextPart {
  /** Whether something that can be translated stands there. */
  holds(pointer: string): boolean;
  /** Pointers of the texts that must not stay untranslated. */
  readonly shown: readonly string[];
}

export type TextParts = Readonly<Record<string, TextPart>>;

/** The texts of a form by part of its translations files. */
export function formTexts(content: FormContent): TextParts {
  const schema = schemaNodes(content.schema).flatMap(({ schema: node, pointer }) =>
    (['title', 'description'] as const)
      .filter((name) => typeof node[name] === 'string')
      .map((name) => `${pointer}/${name}`),
  );
  const sections = content.uiSchema['ui:sections'] ?? [];
  const titles = sections.flatMap((section, position) =>
    ['title', 'description'].filter((name) => name in section).map((name) => `/ui:sections/${position}/${name}`),
  );
  const form = ['title', 'description', 'primaryAction']
    .filter((name) => name in content.file)
    .map((name) => `/${name}`);
  return {
    form: part(content.file as unknown as Json, form),
    schema: part(content.schema as unknown as Json, schema),
    uiSchema: part(content.uiSchema as Json, titles),
  };
}

/** The texts of a workflow; those of its process are named by element id. */
export function workflowTexts(content: WorkflowContent, models: readonly ProcessModel[]): TextParts {
  const { file } = content;
  const shown = [
    ...['title', 'description', 'startAction'].filter((name) => name in file).map((name) => `/${name}`),
    ...file.stages.map((_, position) => `/stages/${position}/title`),
    ...(file.keyFacts ?? []).map((_, position) => `/keyFacts/${position}/label`),
  ];
  const ids = new Set(models.flatMap((model) => [model.id, ...model.elements.keys(), ...model.flows.keys()]));
  const tasks = models.flatMap((model) => model.userTasks.map((task) => task.elementId));
  return {
    workflow: part(file as unknown as Json, shown),
    process: { holds: (id) => ids.has(id), shown: tasks },
  };
}

function part(value: Json, shown: readonly string[]): TextPart {
  return { shown, holds: (pointer) => pointer.startsWith('/') && typeof valueAt(value, pointer) === 'string' };
}
