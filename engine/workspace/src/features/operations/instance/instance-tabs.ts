export const instanceTabs = ['overview', 'waiting', 'variables', 'history'] as const;

/** A view of an instance; `modify` is entered by its button. */
export type InstanceTab = (typeof instanceTabs)[number] | 'modify';

/** The view that the address names, else the first. */
export function tabOf(name: string | undefined): InstanceTab {
  if (name === 'modify') return 'modify';
  return instanceTabs.find((tab) => tab === name) ?? 'overview';
}
