import type { TaskDetail } from '@esocial/contracts/generated/api-tasks-detail.ts';
import type { ClassifierLookup } from '@esocial/form-core/classifier-lookup.ts';
import type { FormValidator } from '@esocial/form-core/form-validator.ts';
import { useState } from 'react';
import { CasePanel } from './CasePanel.tsx';
import { TaskForm } from './TaskForm.tsx';
import { TaskHeader } from './TaskHeader.tsx';
import { TaskNotices } from './TaskNotices.tsx';

interface OpenTaskProps {
  task: TaskDetail;
  parts: { validator: FormValidator; lookups: Map<string, ClassifierLookup> };
}

/** The task page when everything is there. */
export function OpenTask({ task, parts }: OpenTaskProps) {
  const [panelOpen, setPanelOpen] = useState(true);
  const [errors, setErrors] = useState(0);
  return (
    <>
      <TaskHeader task={task} errors={errors} panelOpen={panelOpen} onPanel={() => setPanelOpen(!panelOpen)} />
      <div className="es-task-page" data-panel={panelOpen ? 'open' : 'closed'}>
        <div className="es-stack">
          <TaskNotices task={task} />
          <TaskForm task={task} parts={parts} onErrorCount={setErrors} />
        </div>
        {panelOpen && <CasePanel task={task} />}
      </div>
    </>
  );
}
