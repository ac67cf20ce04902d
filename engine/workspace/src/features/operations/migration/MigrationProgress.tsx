import type { ProcessMigration } from '@esocial/contracts/generated/api-process-instances-migration.ts';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';

/** How many are through, who began it and why. */
export function MigrationProgress({ migration }: { migration: ProcessMigration }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const { total, pending, migrated, refused, createdBy } = migration;
  const done = total - pending;
  return (
    <div className="es-stack">
      <progress className="es-progress" max={total} value={done} aria-label={t('progress.label')} />
      <p role="status" className="es-strong">
        {t(migration.state === 'running' ? 'progress.running' : 'progress.finished', {
          ...{ done, total, migrated, refused },
        })}
      </p>
      <dl className="es-facts es-short-facts">
        <dt>{t('progress.begun')}</dt>
        <dd>
          {format.dateTime(migration.createdAt)}
          {createdBy && `, ${createdBy.displayName}`}
        </dd>
        <dt>{t('reason.label')}</dt>
        <dd>{migration.reason}</dd>
      </dl>
    </div>
  );
}
