import type { ReleaseList } from '@esocial/contracts/generated/api-releases-list.ts';
import { useTranslation } from 'react-i18next';
import { ReleaseRow } from './ReleaseRow.tsx';

interface ReleaseTableProps {
  releases: ReleaseList['items'];
  openId: string | undefined;
  onOpen: (id: string | undefined) => void;
}

/** Releases, newest first; one can be unfolded. */
export function ReleaseTable({ releases, openId, onOpen }: ReleaseTableProps) {
  const { t } = useTranslation('definitions');
  return (
    <table className="es-table es-table-cards">
      <caption className="es-visually-hidden">{t('releases.title')}</caption>
      <thead>
        <tr>
          {(['release', 'state', 'from', 'created', 'items'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {releases.map((release) => (
          <ReleaseRow
            key={release.id}
            release={release}
            open={release.id === openId}
            onToggle={() => onOpen(release.id === openId ? undefined : release.id)}
          />
        ))}
      </tbody>
    </table>
  );
}
