import type { RecordDetail } from '@esocial/contracts/generated/api-records-detail.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { links } from '../../shared/links.ts';
import type { Correction } from './api/correct-record.ts';
import { latestVersion } from './api/latest-version.ts';

interface StaleNoticeProps {
  record: RecordDetail;
  base: Correction['base'];
  onContinue: (newer: Correction['base']) => void;
}

/** Somebody corrected the record meanwhile: who, what, and how to go on with what is typed. */
export function StaleNotice({ record, base, onContinue }: StaleNoticeProps) {
  const { t } = useTranslation('records');
  const format = useFormat();
  const query = useQuery(latestVersion(record.caseId, record.seriesId));
  return (
    <div className="es-message es-tone-warning" role="alert">
      <Icon name="alert" />
      <div className="es-message-body es-stack es-stack-small">
        <DataState query={query} skeletonRows={2}>
          {(latest) =>
            latest && (
              <>
                <strong>
                  {t('correction.stale', {
                    who: latest.submittedBy,
                    version: latest.version,
                    at: format.dateTime(latest.submittedAt),
                  })}
                </strong>
                <p>{t('correction.staleHint', { version: latest.version })}</p>
                <div className="es-row">
                  <a href={links.record(latest.id, base.id)} target="_blank" rel="noreferrer">
                    {t('correction.staleSee')}
                  </a>
                  <button type="button" className="es-link-button" onClick={() => onContinue(latest)}>
                    {t('correction.staleContinue', { version: latest.version })}
                  </button>
                </div>
              </>
            )
          }
        </DataState>
      </div>
    </div>
  );
}
