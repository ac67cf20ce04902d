import type { BindingModel } from '../model/model.ts';
import type { Binding } from '../types.ts';

/** What a driver is told of a diagram's binding; nothing when the pinned version is meant. */
export function bindingOf({ type, versionTag }: BindingModel): Binding | undefined {
  if (type === 'deployment') return { type };
  return type === 'versionTag' ? { type, versionTag: versionTag ?? '' } : undefined;
}
