import type { ModdleNode } from 'bpmn-moddle';
import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };

/** One shared instance: building it costs more than a parse. It keeps nothing between two parses. */
export const moddle = new BpmnModdle({ zeebe });

function isNode(value: unknown): value is ModdleNode {
  return typeof value === 'object' && value !== null && '$type' in value;
}

export function nodeAt(node: ModdleNode | null, property: string): ModdleNode | null {
  const value = node?.[property];
  return isNode(value) ? value : null;
}

export function nodesAt(node: ModdleNode | null, property: string): ModdleNode[] {
  const value = node?.[property];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

export function textAt(node: ModdleNode | null, property: string): string | null {
  const value = node?.[property];
  return typeof value === 'string' ? value : null;
}

export function flagAt(node: ModdleNode | null, property: string, otherwise: boolean): boolean {
  const value = node?.[property];
  return typeof value === 'boolean' ? value : otherwise;
}

/** The first extension element of this type (`zeebe:TaskDefinition`), or null. */
export function extensionOf(node: ModdleNode | null, type: string): ModdleNode | null {
  return nodesAt(nodeAt(node, 'extensionElements'), 'values').find((value) => value.$type === type) ?? null;
}
