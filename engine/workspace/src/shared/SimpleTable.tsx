import type { ReactNode } from 'react';

interface SimpleTableProps {
  caption: string;
  /** The first column heads its row. */
  columns: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  /** The caption is said by a heading beside the table. */
  captionHidden?: boolean;
}

/** A table of which nothing is asked but to be read; cards on a phone. */
export function SimpleTable({ caption, columns, rows, captionHidden = false }: SimpleTableProps) {
  return (
    <table className="es-table es-table-cards">
      <caption className={captionHidden ? 'es-visually-hidden' : 'es-strong'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [first, ...others] }) => (
          <tr key={key}>
            <th scope="row">{first}</th>
            {others.map((cell, index) => (
              <td key={columns[index + 1]} data-label={columns[index + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
