import type { SupervisionSummary } from '@esocial/contracts/generated/api-supervision-summary.ts';
import type { TaskListItem } from '@esocial/contracts/generated/api-tasks-item.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../shared/session/SessionContext.ts';
import { useSelection } from '../../shared/useSelection.ts';
import { ReassignSelected } from './ReassignSelected.tsx';
import { RefusedTasks, type Refusal } from './RefusedTasks.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { SupervisedTask } from './SupervisedTask.tsx';
import { useListKeys } from './useListKeys.ts';

interface SupervisedRowsProps {
  tasks: readonly TaskListItem[];
  summary: SupervisionSummary;
  selectedId: string | undefined;
  onSelect: (id: string | undefined) => void;
}

/** The rows, ticked with mouse or keys, and giving those ticked to somebody else. */
export function SupervisedRows({ tasks, summary, selectedId, onSelect }: SupervisedRowsProps) {
  const { t } = useTranslation('supervision');
  const mayReassign = useMay('task.reassign');
  const selection = useSelection(tasks.map((task) => task.id));
  const [reassigning, setReassigning] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  useListKeys({ tasks, selectedId, select: onSelect, tick: mayReassign ? selection.toggle : undefined });
  const ticked = tasks.filter((task) => selection.has(task.id));
  return (
    <>
      <RefusedTasks refusals={refusals} onClose={() => setRefusals([])} />
      {mayReassign && (
        <label className="es-row es-no-print">
          <input
            type="checkbox"
            className="es-check"
            checked={ticked.length === tasks.length}
            onChange={() => {
              const all = ticked.length === tasks.length;
              selection.setAll(all ? [] : tasks.map((task) => task.id));
            }}
          />
          {t('list.tickAll', { count: tasks.length })}
        </label>
      )}
      <ul>
        {tasks.map((task) => (
          <SupervisedTask
            key={task.id}
            task={task}
            selected={task.id === selectedId}
            ticked={selection.has(task.id)}
            onTick={mayReassign ? () => selection.toggle(task.id) : undefined}
          />
        ))}
      </ul>
      <SelectionBar count={ticked.length} onReassign={() => setReassigning(true)} onClear={selection.clear} />
      {reassigning && (
        <ReassignSelected
          tasks={ticked}
          summary={summary}
          onDone={(refused) => {
            setReassigning(false);
            setRefusals(refused);
            selection.clear();
          }}
          onClose={() => setReassigning(false)}
        />
      )}
    </>
  );
}
