import type { ProcessInstanceItem } from '@esocial/contracts/generated/api-process-instances-item.ts';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../shared/session/SessionContext.ts';
import { useSelection } from '../../../shared/useSelection.ts';
import { useElementNames } from '../useElementNames.ts';
import { InstanceRow } from './InstanceRow.tsx';
import { MigrateBar } from './MigrateBar.tsx';

const columns = ['case', 'process', 'state', 'where', 'started', 'incidents'] as const;

const isRunning = (instance: ProcessInstanceItem) => !instance.endedAt;

/** The instances, those that run to be ticked for migrating. */
export function InstanceTable({ instances }: { instances: readonly ProcessInstanceItem[] }) {
  const { t } = useTranslation('operations');
  const nameOf = useElementNames(instances);
  const mayManage = useMay('process.manage');
  const running = mayManage ? instances.filter(isRunning) : [];
  const selection = useSelection(running.map((instance) => instance.id));
  const all = selection.ids.length === running.length;
  return (
    <div className="es-stack">
      {running.length > 1 && (
        <label className="es-row es-no-print">
          <input
            type="checkbox"
            className="es-check"
            checked={all}
            onChange={() => selection.setAll(all ? [] : running.map((instance) => instance.id))}
          />
          {t('list.tickAll', { count: running.length })}
        </label>
      )}
      <table className="es-table es-table-cards">
        <caption className="es-visually-hidden">{t('list.caption')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`list.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {instances.map((instance) => (
            <InstanceRow
              key={instance.id}
              instance={instance}
              nameOf={(elementId) => nameOf(instance.workflowVersionId, elementId)}
              ticked={selection.has(instance.id)}
              onTick={running.includes(instance) ? () => selection.toggle(instance.id) : undefined}
            />
          ))}
        </tbody>
      </table>
      <MigrateBar chosen={running.filter((instance) => selection.has(instance.id))} onClear={selection.clear} />
    </div>
  );
}
