/**
 * A version of ours is a process (and decision) id of its own on the broker, so that nothing there is ever "latest"
 * (design 4.4).
 */
export function brokerId(id: string, versionId: string): string {
  return `${id}_v_${versionId}`;
}

const versioned = /^(.+)_v_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** Our id and version behind a broker's id; undefined for what others have deployed. */
export function readBrokerId(id: string): { id: string; versionId: string } | undefined {
  const [, ours, versionId] = versioned.exec(id) ?? [];
  return ours && versionId ? { id: ours, versionId } : undefined;
}

/** Ids of elements that the deployment adds; they are no part of the authored diagram. */
export const ADDED = 'esocial_';

/** The name of the message that starts a process of the broker at one of its start events. */
export function startMessageName(brokerProcessId: string, startElementId: string): string {
  return `esocial.start:${brokerProcessId}:${startElementId}`;
}

/** The variable that tells call activities which version of another workflow the case is pinned to. */
export const PINS_VARIABLE = 'esocialPins';
