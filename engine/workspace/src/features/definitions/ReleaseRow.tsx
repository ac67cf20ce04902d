import type { ReleaseList } from '@esocial/contracts/generated/api-releases-list.ts';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { StateBadge } from '@esocial/ui/components/StateBadge.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { ReleaseItems } from './ReleaseItems.tsx';
import { releaseTones } from './state-tones.ts';

interface ReleaseRowProps {
  release: ReleaseList['items'][number];
  open: boolean;
  onToggle: () => void;
}

const columnCount = 5;

/** A release; what it brought unfolds below. */
export function ReleaseRow({ release, open, onToggle }: ReleaseRowProps) {
  const { t } = useTranslation('definitions');
  const format = useFormat();
  return (
    <>
      <tr>
        <th scope="row">
          {t('releaseNumber', { number: release.number })}: {release.title}
        </th>
        <td data-label={t('column.state')}>
          <StateBadge tone={releaseTones[release.state]}>{t(`releaseState.${release.state}`)}</StateBadge>
        </td>
        <td data-label={t('column.from')}>{format.date(release.effectiveFrom)}</td>
        <td data-label={t('column.created')}>{format.dateTime(release.createdAt)}</td>
        <td data-label={t('column.items')}>
          <button
            type="button"
            className="es-link-button es-disclose"
            aria-expanded={open}
            aria-controls={open ? `release-${release.id}` : undefined}
            onClick={onToggle}
          >
            {t('releases.count', { count: release.items })}
            <Icon name={open ? 'minus' : 'chevronDown'} />
          </button>
        </td>
      </tr>
      {open && (
        <tr id={`release-${release.id}`} className="es-details-row">
          <td colSpan={columnCount}>
            <ReleaseItems release={release} />
          </td>
        </tr>
      )}
    </>
  );
}
