import type { ElementModel, ProcessModel } from '../model/model.ts';
import type { MigrationMapping } from './migration-plan.ts';

/**
 * Maps each element to the one of the same id, where it is the same kind of thing. What was renamed, replaced or
 * removed is left to the author, whose entries are merged over this.
 */
export function proposeMapping(source: ProcessModel, target: ProcessModel): MigrationMapping {
  const same = [...source.elements.values()].filter((element) => isSameKind(element, target.elements.get(element.id)));
  return Object.fromEntries(same.map(({ id }) => [id, id]));
}

function isSameKind(element: ElementModel, other: ElementModel | undefined): boolean {
  return other?.type === element.type && other.event?.kind === element.event?.kind;
}

/** What a mapping says of an element; an id such as `constructor` is an id like any other. */
export function targetOf(mapping: MigrationMapping, elementId: string): string | undefined {
  return Object.hasOwn(mapping, elementId) ? mapping[elementId] : undefined;
}
