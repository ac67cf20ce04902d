import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';
import { LegalBasisList } from './LegalBasisList.tsx';
import type { DefinitionItem } from './match-definitions.ts';

/** Name with its key, version, since when it applies, and by which act. */
export function DefinitionTable({ items, caption }: { items: readonly DefinitionItem[]; caption: string }) {
  const { t } = useTranslation('definitions');
  const format = useFormat();
  return (
    <table className="es-table es-table-cards">
      <caption className="es-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.name')}</th>
          <th scope="col">{t('column.version')}</th>
          <th scope="col">{t('column.from')}</th>
          <th scope="col">{t('column.legalBasis')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.versionId}>
            <th scope="row">
              <span className="es-stack es-stack-tight">
                <Link href={links.definition(item.kind, item.key)}>{item.title}</Link>
                <span className="es-faint es-small">{item.key}</span>
              </span>
            </th>
            <td data-label={t('column.version')}>{item.number}</td>
            <td data-label={t('column.from')} className="es-nowrap">
              {format.date(item.effectiveFrom)}
            </td>
            <td data-label={t('column.legalBasis')}>
              <LegalBasisList basis={item.legalBasis} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
