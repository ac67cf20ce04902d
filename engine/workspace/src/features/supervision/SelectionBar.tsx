import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface SelectionBarProps {
  count: number;
  onReassign: () => void;
  onClear: () => void;
}

/** What can be done with the tasks ticked. */
export function SelectionBar({ count, onReassign, onClear }: SelectionBarProps) {
  const { t } = useTranslation('supervision');
  if (count === 0) return null;
  return (
    <div className="es-bulk es-no-print" role="region" aria-label={t('bulk.label')}>
      <strong role="status">{t('bulk.count', { count })}</strong>
      <Button size="sm" onClick={onReassign}>
        {t('bulk.reassign')}
      </Button>
      <button type="button" className="es-link-button" onClick={onClear}>
        {t('bulk.clear')}
      </button>
    </div>
  );
}
