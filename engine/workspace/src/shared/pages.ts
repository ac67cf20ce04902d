/** A page of a keyset list. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** Options of every paged query: how to begin and how to go on. */
export const paging = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last: { nextCursor: string | null }) => last.nextCursor ?? undefined,
};

/** The items of all pages that were loaded. */
export function allItems<Item>(data: { pages: Page<Item>[] }): Item[] {
  return data.pages.flatMap((page) => page.items);
}
