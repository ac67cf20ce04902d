import type { ProcessInstanceItem } from '@esocial/contracts/generated/api-process-instances-item.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { operationsLinks } from '../operations-links.ts';

interface MigrateBarProps {
  chosen: readonly ProcessInstanceItem[];
  onClear: () => void;
}

/** What can be done with the instances ticked: those of one version are migrated together. */
export function MigrateBar({ chosen, onClear }: MigrateBarProps) {
  const { t } = useTranslation('operations');
  const [first] = chosen;
  if (!first) return null;
  const together = chosen.every((instance) => instance.workflowVersionId === first.workflowVersionId);
  return (
    <div className="es-bulk es-no-print" role="region" aria-label={t('list.bulk')}>
      <strong role="status">{t('list.count', { count: chosen.length })}</strong>
      {together ? (
        <Link
          className="es-button-link"
          href={operationsLinks.migrate({
            workflow: first.workflowKey,
            source: first.workflowVersionId,
            ids: chosen.map((instance) => instance.id),
          })}
        >
          {t('list.migrate')}
        </Link>
      ) : (
        <span>{t('list.oneVersion')}</span>
      )}
      <button type="button" className="es-link-button" onClick={onClear}>
        {t('list.clear')}
      </button>
    </div>
  );
}
