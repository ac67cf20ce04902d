import type { ClassifierItem } from '@esocial/form-core/classifier-lookup.ts';
import { createClassifierLookup } from '@esocial/form-core/classifier-lookup.ts';
import type { Json } from '@esocial/process-core/types.ts';
import type { PinnedClassifier } from '../definitions/definition.ts';

/** An item of a classifier version with the values of its attribute columns. */
export interface ItemWithAttributes extends ClassifierItem {
  attributes: Record<string, Json>;
}

/** Indexes the items of one version. */
export function createPinnedClassifier(
  versionId: string,
  key: string,
  items: readonly ItemWithAttributes[],
): PinnedClassifier {
  const attributes = new Map(items.map((item) => [item.code, item.attributes]));
  return {
    ...createClassifierLookup(items),
    versionId,
    key,
    attribute: (code, name) => {
      const values = attributes.get(code);
      return values && Object.hasOwn(values, name) ? values[name] : undefined;
    },
  };
}
