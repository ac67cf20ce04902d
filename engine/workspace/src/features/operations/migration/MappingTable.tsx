import { StateBadge } from '@esocial/ui/components/StateBadge.tsx';
import { useTranslation } from 'react-i18next';
import { targetsFor } from './migration-mapping.ts';
import type { MappingProps } from './mapping-props.ts';

/** Source and target side by side, the target to be chosen among elements of the same kind. */
export function MappingTable({
  caption,
  pairs,
  targets,
  focused,
  onFocus,
  onChoose,
}: MappingProps & { caption: string }) {
  const { t } = useTranslation('operations');
  return (
    <table className="es-table es-table-cards">
      <caption className="es-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('mapping.source')}</th>
          <th scope="col">{t('mapping.type')}</th>
          <th scope="col">{t('mapping.target')}</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => (
          <tr key={`${pair.processId} ${pair.source}`} data-focused={pair.source === focused}>
            <th scope="row">
              <span className="es-stack es-stack-tight">
                {pair.sourceName || pair.source}
                <span className="es-faint es-small">{pair.source}</span>
              </span>
            </th>
            <td data-label={t('mapping.type')}>{t(`type.${pair.type}`, { defaultValue: pair.type })}</td>
            <td data-label={t('mapping.target')}>
              <span className="es-stack es-stack-tight">
                <select
                  className="es-input es-input-small"
                  aria-label={t('mapping.targetOf', { step: pair.sourceName || pair.source })}
                  value={pair.target ?? ''}
                  onFocus={() => onFocus(pair.source)}
                  onChange={(event) => onChoose(pair.source, event.target.value)}
                >
                  {pair.target === null && <option value="">{t('mapping.none')}</option>}
                  {targetsFor(pair, targets).map(({ elementId, name }) => (
                    <option key={elementId} value={elementId}>
                      {name && name !== elementId ? `${name} (${elementId})` : elementId}
                    </option>
                  ))}
                </select>
                {pair.target === null && <StateBadge tone="warning">{t('mapping.unmapped')}</StateBadge>}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
