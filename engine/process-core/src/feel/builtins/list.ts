import { Decimal } from '../decimal.ts';
import { same } from '../operators/equality.ts';
import { toIndex } from '../operators/iteration.ts';
import type { Run } from '../run.ts';
import { FeelFunction } from '../values.ts';
import type { FeelValue } from '../values.ts';
import { define, defineVariadic } from './signature.ts';

const LIST = 'list: list';

function hasItem(run: Run, list: readonly FeelValue[], item: FeelValue): boolean {
  run.step(list.length);
  return list.some((candidate) => same(candidate, item, run));
}

function distinct(run: Run, list: readonly FeelValue[]): FeelValue[] {
  return list.reduce<FeelValue[]>((kept, item) => {
    if (!hasItem(run, kept, item)) kept.push(item);
    return kept;
  }, []);
}

function duplicates(run: Run, list: readonly FeelValue[]): FeelValue[] {
  return distinct(run, list).filter((item) => {
    run.step(list.length);
    return list.filter((other) => same(other, item, run)).length > 1;
  });
}

function flatten(run: Run, list: readonly FeelValue[]): FeelValue[] {
  run.step(list.length);
  return run.list(list.flatMap((item) => (Array.isArray(item) ? run.nested(() => flatten(run, item)) : [item])));
}

/** The place in the list of a position that counts from 1, or from the end when negative. */
function placeOf(list: readonly FeelValue[], position: Decimal): number | undefined {
  const index = toIndex(position.trunc());
  if (index === null || index === 0 || Math.abs(index) > list.length) return undefined;
  return index > 0 ? index - 1 : list.length + index;
}

/** Zeebe cuts a list off where the standard finds a position outside of it. */
function cutPlace(list: readonly FeelValue[], position: Decimal): number {
  const index = position.trunc().toNumber();
  return index > 0 ? index - 1 : list.length + index;
}

function sublist(run: Run, list: FeelValue[], start: Decimal, length?: Decimal): FeelValue[] | undefined {
  if (run.dialect === 'zeebe') {
    const from = cutPlace(list, start);
    return list.slice(Math.max(0, from), Math.max(0, from + (length?.trunc().toNumber() ?? list.length - from)));
  }
  const place = placeOf(list, start);
  const count = length === undefined ? list.length : toIndex(length.trunc());
  if (place === undefined || count === null || count < 0) return undefined;
  return length !== undefined && place + count > list.length ? undefined : list.slice(place, place + count);
}

function insertBefore(run: Run, list: FeelValue[], position: Decimal, item: FeelValue): FeelValue[] | undefined {
  if (run.dialect === 'zeebe') return run.list(list.toSpliced(Math.max(0, cutPlace(list, position)), 0, item));
  const place = position.eq(list.length + 1) ? list.length : placeOf(list, position);
  return place === undefined ? undefined : run.list(list.toSpliced(place, 0, item));
}

function remove(run: Run, list: FeelValue[], position: Decimal): FeelValue[] | undefined {
  const place = run.dialect === 'zeebe' ? cutPlace(list, position) : placeOf(list, position);
  if (place === undefined) return undefined;
  return place < 0 ? [...list] : list.toSpliced(place, 1);
}

function replaceItem(run: Run, list: FeelValue[], position: FeelValue, item: FeelValue): FeelValue[] | undefined {
  if (position instanceof FeelFunction) {
    const replaces = list.map((old) => position.invoke([old, item]));
    if (!replaces.every((outcome) => typeof outcome === 'boolean')) return undefined;
    return run.list(list.map((old, index) => (replaces[index] === true ? item : old)));
  }
  const place = position instanceof Decimal ? placeOf(list, position) : undefined;
  return place === undefined ? undefined : list.with(place, item);
}

/** A stable merge sort: an unfit `precedes` can not make it run away. */
function sort(
  run: Run,
  list: readonly FeelValue[],
  precedes: (left: FeelValue, right: FeelValue) => boolean | null,
): FeelValue[] | null {
  if (list.length < 2) return [...list];
  const middle = list.length >> 1;
  const left = sort(run, list.slice(0, middle), precedes);
  const right = sort(run, list.slice(middle), precedes);
  return left && right && merge(run, left, right, precedes);
}

function merge(
  run: Run,
  left: readonly FeelValue[],
  right: readonly FeelValue[],
  precedes: (left: FeelValue, right: FeelValue) => boolean | null,
): FeelValue[] | null {
  const merged: FeelValue[] = [];
  let [a, b] = [0, 0];
  while (a < left.length && b < right.length) {
    run.step();
    const rightFirst = precedes(right[b] ?? null, left[a] ?? null);
    if (rightFirst === null) return null;
    merged.push((rightFirst ? right[b++] : left[a++]) ?? null);
  }
  return [...merged, ...left.slice(a), ...right.slice(b)];
}

function sortBy(run: Run, list: FeelValue[], precedes: FeelFunction): FeelValue[] | undefined {
  const sorted = sort(run, list, (left, right) => {
    const outcome = precedes.invoke([left, right]);
    return typeof outcome === 'boolean' ? outcome : null;
  });
  return sorted ?? undefined;
}

function concatenate(run: Run, lists: FeelValue[]): FeelValue[] | undefined {
  return run.list(lists.flatMap((list) => list));
}

function partition(list: FeelValue[], size: Decimal): FeelValue[] | undefined {
  const length = toIndex(size);
  if (length === null || length < 1) return undefined;
  return Array.from({ length: Math.ceil(list.length / length) }, (_, index) =>
    list.slice(index * length, (index + 1) * length),
  );
}

function append(run: Run, args: FeelValue[]): FeelValue[] | undefined {
  const [list, ...items] = args;
  if (list === undefined || list === null || (run.dialect === 'zeebe' && !Array.isArray(list))) return undefined;
  return run.list([...(Array.isArray(list) ? list : [list]), ...items]);
}

export const LIST_BUILTINS = [
  define('list contains', [LIST, 'element: any'], (run, list: FeelValue[], item: FeelValue) =>
    hasItem(run, list, item),
  ),
  define('count', [LIST], (_, list: FeelValue[]) => new Decimal(list.length)),
  define(
    'sublist',
    [LIST, 'start position: number', 'length?: number'],
    (run, list: FeelValue[], start: Decimal, length?: Decimal) => sublist(run, list, start, length),
  ),
  define('append', [LIST, 'items: any'], (run, list: FeelValue[], item: FeelValue) => run.list([...list, item])),
  defineVariadic('append', 'list: list', append),
  defineVariadic('concatenate', 'lists: list', concatenate),
  define(
    'insert before',
    [LIST, 'position: number', 'newItem: any'],
    (run, list: FeelValue[], position: Decimal, item: FeelValue) => insertBefore(run, list, position, item),
  ),
  define(
    'list replace',
    [LIST, 'position/match: number|function', 'newItem: any'],
    (run, list: FeelValue[], position: FeelValue, item: FeelValue) => replaceItem(run, list, position, item),
  ),
  define('remove', [LIST, 'position: number'], (run, list: FeelValue[], position: Decimal) =>
    remove(run, list, position),
  ),
  define('reverse', [LIST], (_, list: FeelValue[]) => list.toReversed()),
  define('index of', [LIST, 'match: any'], (run, list: FeelValue[], match: FeelValue) => {
    run.step(list.length);
    return list.flatMap((item, index) => (same(item, match, run) ? [new Decimal(index + 1)] : []));
  }),
  defineVariadic('union', 'list/lists: list', (run, lists) => distinct(run, concatenate(run, lists) ?? [])),
  define('distinct values', [LIST], (run, list: FeelValue[]) => distinct(run, list)),
  define('duplicate values', [LIST], (run, list: FeelValue[]) => duplicates(run, list)),
  define('flatten', [LIST], (run, list: FeelValue[]) => flatten(run, list)),
  define('sort', [LIST, 'precedes: function'], (run, list: FeelValue[], precedes: FeelFunction) =>
    sortBy(run, list, precedes),
  ),
  define('is empty', [LIST], (_, list: FeelValue[]) => list.length === 0),
  define('partition', [LIST, 'size: number'], (_, list: FeelValue[], size: Decimal) => partition(list, size)),
];
