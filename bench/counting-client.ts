import { Client } from 'pg';

/** What a pool's clients have sent since the last reset. */
export interface StatementCounts {
  statements: number;
  commits: number;
}

/** A pg client class that counts its round trips, for `new Pool({ Client })`. */
export function countingClient(counts: StatementCounts): typeof Client {
  return class extends Client {
    override query(...args: never[]): never {
      const [first] = args as unknown[];
      const text = typeof first === 'string' ? first : ((first as { text?: string } | undefined)?.text ?? '');
      counts.statements += 1;
      if (/^\s*commit\b/i.test(text)) counts.commits += 1;
      return super.query(...args) as never;
    }
  };
}
