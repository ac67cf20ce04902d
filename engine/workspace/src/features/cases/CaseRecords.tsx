import type { RecordSeries, RecordSeriesList } from '@esocial/contracts/generated/api-records-list.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';
import { caseRecords } from './api/case-records.ts';

/** The forms recorded in the case, each with its versions. */
export function CaseRecords({ caseId }: { caseId: string }) {
  const { t } = useTranslation('cases');
  const query = useQuery(caseRecords(caseId));
  return (
    <DataState<RecordSeriesList>
      query={query}
      isEmpty={({ items }) => items.length === 0}
      empty={<EmptyState title={t('records.empty')}>{t('records.emptyText')}</EmptyState>}
    >
      {({ items }) => (
        <ul className="es-stack">
          {items.map((series) => (
            <RecordRow key={series.seriesId} series={series} />
          ))}
        </ul>
      )}
    </DataState>
  );
}

function RecordRow({ series }: { series: RecordSeries }) {
  const { t } = useTranslation('cases');
  const format = useFormat();
  const versions = [...series.versions].sort((left, right) => right.version - left.version);
  const latest = versions[0];
  if (!latest) return null;
  return (
    <li className="es-record-row">
      <Link href={links.record(latest.id)} className="es-strong">
        {series.title}
      </Link>
      <span className="es-faint">
        {t('records.by', { who: latest.submittedBy, at: format.dateTime(latest.submittedAt) })}
        {latest.notApplied && `. ${t('records.notApplied')}`}
      </span>
      {versions.length > 1 && (
        <span className="es-row es-small">
          {t('records.versions', { count: versions.length })}
          {versions.slice(1).map((version) => (
            <Link key={version.id} href={links.record(latest.id, version.id)}>
              {t('records.compare', { version: version.version })}
            </Link>
          ))}
        </span>
      )}
    </li>
  );
}
