/** What the keys and element ids in events are called. */
export interface EventNames {
  stage: (key: string) => string | undefined;
  element: (id: string) => string | undefined;
  rule: (key: string) => string | undefined;
}

export const noNames: EventNames = { stage: () => undefined, element: () => undefined, rule: () => undefined };
