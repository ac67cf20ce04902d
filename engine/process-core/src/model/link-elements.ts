import type { ModdleNode } from 'bpmn-moddle';
import { nodeAt } from './moddle.ts';
import type { ElementModel } from './model.ts';
import type { DraftElement } from './read-element.ts';

/** Joins compensation events to their handlers (by association) and link events to the catch event of their name. */
export function linkElements(elements: ReadonlyMap<string, DraftElement>, associations: readonly ModdleNode[]): void {
  for (const association of associations) {
    const source = elements.get(nodeAt(association, 'sourceRef')?.id ?? '');
    const target = elements.get(nodeAt(association, 'targetRef')?.id ?? '');
    if (source?.event?.kind === 'compensation' && target?.isForCompensation) source.linkedId = target.id;
  }
  for (const element of elements.values()) {
    if (isLink(element, 'intermediateThrowEvent')) element.linkedId = findLinkTarget(element, elements)?.id ?? null;
  }
}

/** The throw events that lead to a link catch event. */
export function findLinkSources(target: ElementModel, elements: ReadonlyMap<string, ElementModel>): ElementModel[] {
  if (!isLink(target, 'intermediateCatchEvent')) return [];
  return [...elements.values()].filter(({ event, linkedId }) => event?.kind === 'link' && linkedId === target.id);
}

function findLinkTarget(source: ElementModel, elements: ReadonlyMap<string, ElementModel>): ElementModel | undefined {
  return [...elements.values()].find(
    (other) =>
      isLink(other, 'intermediateCatchEvent') &&
      other.scopeId === source.scopeId &&
      linkName(other) === linkName(source),
  );
}

export function isLink({ type, event }: ElementModel, wanted: string): boolean {
  return type === wanted && event?.kind === 'link';
}

export function linkName({ event }: ElementModel): string | null {
  return event?.kind === 'link' ? event.name : null;
}
