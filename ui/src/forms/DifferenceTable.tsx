import { useTranslation } from 'react-i18next';
import type { AnswerDifference } from './answer-differences.ts';

interface DifferenceTableProps {
  differences: readonly AnswerDifference[];
  /** What the older and the newer values are called. */
  titles: { before: string; after: string };
}

/** Answers that differ, side by side; on a phone one below the other. */
export function DifferenceTable({ differences, titles }: DifferenceTableProps) {
  const { t } = useTranslation('forms');
  return (
    <table className="es-table es-table-cards es-compare">
      <caption>{t('differences.count', { count: differences.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('differences.field')}</th>
          <th scope="col">{titles.before}</th>
          <th scope="col">{titles.after}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ path, label, before, after }) => (
          <tr key={path}>
            <th scope="row">{label}</th>
            <td data-label={titles.before}>{before ? <del>{before}</del> : t('differences.nothing')}</td>
            <td data-label={titles.after}>{after ? <ins>{after}</ins> : t('differences.nothing')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
