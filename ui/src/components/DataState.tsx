import type { ReactNode } from 'react';
import { ProblemMessage } from './ProblemMessage.tsx';
import { Skeleton } from './Skeleton.tsx';

/** The part of a query that a view draws from. */
export interface QueryState<Data> {
  data: Data | undefined;
  error: unknown;
  refetch: () => unknown;
}

interface DataStateProps<Data> {
  query: QueryState<Data>;
  skeletonRows?: number;
  /** Without its data there is no page: a failure is the page then. */
  wholePage?: boolean;
  empty?: ReactNode;
  isEmpty?: (data: Data) => boolean;
  children: (data: Data) => ReactNode;
}

/** Loading, error, empty or the data: every view has all four. */
export function DataState<Data>({
  query,
  skeletonRows,
  wholePage = false,
  empty,
  isEmpty,
  children,
}: DataStateProps<Data>) {
  if (query.data === undefined) {
    return query.error ? (
      <ProblemMessage error={query.error} wholePage={wholePage} onRetry={() => void query.refetch()} />
    ) : (
      <Skeleton {...(skeletonRows ? { rows: skeletonRows } : {})} />
    );
  }
  return <>{empty && isEmpty?.(query.data) ? empty : children(query.data)}</>;
}
