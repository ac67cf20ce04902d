import type { PersonDetail } from '@esocial/contracts/generated/api-persons-detail.ts';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { identityRows } from './identity-rows.ts';
import { useShowFact } from './useShowFact.ts';

/** Identity, fact by fact, with source and date. */
export function IdentityTable({ person }: { person: PersonDetail }) {
  const { t } = useTranslation('persons');
  const format = useFormat();
  const show = useShowFact();
  return (
    <table className="es-table es-table-cards">
      <caption className="es-visually-hidden">{t('identity')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('fact')}</th>
          <th scope="col">{t('value')}</th>
          <th scope="col">{t('source')}</th>
        </tr>
      </thead>
      <tbody>
        {identityRows(person).map((row) => (
          <tr key={row.field}>
            <th scope="row">{t(`field.${row.field}`)}</th>
            <td data-label={t('value')}>{show(row.field, row.value)}</td>
            <td data-label={t('source')} className="es-faint">
              {row.source &&
                [t(`sourceKind.${row.source.kind}`), row.source.by, format.date(row.source.at)]
                  .filter(Boolean)
                  .join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
