import { Client } from 'pg';

/** What a pool's clients have sent since the last reset. */
export interface StatementCounts {
  statements: number;
}

type Query = (...args: unknown[]) => unknown;

/** A pg client class that counts its round trips, for `new Pool({ Client })`. */
export function countingClient(counts: StatementCounts): typeof Client {
  class CountingClient extends Client {}
  const query = Reflect.get(Client.prototype, 'query') as Query;
  Reflect.set(CountingClient.prototype, 'query', function count(this: Client, ...args: unknown[]): unknown {
    counts.statements += 1;
    return query.apply(this, args);
  });
  return CountingClient;
}
