/** One part of the statement: a common table expression that writes to one table. */
export interface Part {
  readonly name: string;
  readonly values: readonly unknown[];
  /** The expression, with a placeholder for each value. */
  readonly sql: (placeholders: readonly string[]) => string;
  /** How many rows it must touch; another count is the conflict. */
  readonly expects?: { readonly rows: number; readonly conflict: 'ES001' | 'ES002' | 'ES003' };
  /** Rows of values, when the expression depends on how many there are. */
  readonly rows?: number;
}

/** The text of a statement of these parts; it gives the number of a case that the part `given` has numbered. */
export function textOf(parts: readonly Part[]): string {
  let used = 0;
  const expressions = parts.map(({ name, values, sql }) => {
    const placeholders = values.map(() => `$${(used += 1)}`);
    return `${name} as (${sql(placeholders)})`;
  });
  const number = parts.some(({ name }) => name === 'given') ? '(select number from given)' : 'null';
  const checks = parts.flatMap(({ name, expects }) =>
    expects
      ? [`case when (select count(*) from ${name}) <> ${expects.rows} then step_conflict('${expects.conflict}') end`]
      : [],
  );
  const written = parts.length > 0 ? `with ${expressions.join(',\n')}\n` : '';
  return `${written}select ${[...checks, `${number} as case_number`].join(', ')}`;
}

const jsonColumns: ReadonlySet<string> = new Set([
  ...['state', 'changes', 'explanation', 'headers', 'variables', 'data', 'params', 'payload'],
]);

/** More rows than this go as one JSON value: a statement has room for 65,535 values, and few shapes are to be kept. */
const MANY = 8;

/** Inserts rows whose keys are columns. `shared` values are the same in each, `computed` ones are expressions. */
export function insert(
  name: string,
  table: string,
  rows: readonly object[] | undefined,
  columns: readonly string[],
  shared: Readonly<Record<string, unknown>> = {},
  { computed = {}, conflict = '' }: { computed?: Readonly<Record<string, string>>; conflict?: string } = {},
): Part[] {
  if (!rows || rows.length === 0) return [];
  const sharedColumns = Object.keys(shared);
  const into = `insert into ${table} (${[...Object.keys(computed), ...sharedColumns, ...columns].join(', ')})`;
  if (rows.length > MANY) {
    const read = [...sharedColumns, ...columns].map((column) => `r.${column}`);
    return [
      {
        name: `${name}_many`,
        values: [JSON.stringify(rows.map((row) => ({ ...row, ...shared })))],
        sql: ([given]) =>
          `${into} select ${[...Object.values(computed), ...read].join(', ')}
           from jsonb_populate_recordset(null::${table}, ${given}::jsonb) r${conflict}`,
      },
    ];
  }
  return [
    {
      name,
      rows: rows.length,
      values: [
        ...Object.values(shared),
        ...rows.flatMap((row) => columns.map((column) => valueOf(row as Record<string, unknown>, column))),
      ],
      sql(given) {
        const common = given.slice(0, sharedColumns.length);
        const tuples = rows.map((_, index) => {
          const start = common.length + index * columns.length;
          const own = given.slice(start, start + columns.length);
          return `(${[...Object.values(computed), ...common, ...own].join(', ')})`;
        });
        return `${into} values ${tuples.join(', ')}${conflict}`;
      },
    },
  ];
}

function valueOf(row: Readonly<Record<string, unknown>>, column: string): unknown {
  const value = row[column];
  if (value === undefined || value === null) return null;
  return jsonColumns.has(column) ? JSON.stringify(value) : value;
}

/** Rows of values with their types, for `values`. */
export function typedRows(placeholders: readonly string[], types: readonly string[]): string {
  const rows: string[] = [];
  for (let start = 0; start < placeholders.length; start += types.length)
    rows.push(`(${types.map((type, index) => `${placeholders[start + index]}::${type}`).join(', ')})`);
  return rows.join(', ');
}
