import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../shared/session/SessionContext.ts';

interface BulkBarProps {
  count: number;
  progress: number | undefined;
  onClaim: () => void;
  onReassign: () => void;
  onClear: () => void;
}

/** What can be done with the rows ticked. */
export function BulkBar({ count, progress, onClaim, onReassign, onClear }: BulkBarProps) {
  const { t } = useTranslation('worklist');
  const mayReassign = useMay('task.reassign');
  if (count === 0) return null;
  return (
    <div className="es-bulk" role="region" aria-label={t('bulk.label')}>
      <strong role="status">
        {progress === undefined ? t('bulk.count', { count }) : t('bulk.progress', { done: progress, count })}
      </strong>
      <Button size="sm" disabled={progress !== undefined} onClick={onClaim}>
        {t('bulk.claim')}
      </Button>
      {mayReassign && (
        <Button size="sm" variant="default" disabled={progress !== undefined} onClick={onReassign}>
          {t('bulk.reassign')}
        </Button>
      )}
      <button type="button" className="es-link-button" onClick={onClear}>
        {t('bulk.clear')}
      </button>
    </div>
  );
}
