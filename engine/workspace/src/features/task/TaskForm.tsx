import type { TaskDetail } from '@esocial/contracts/generated/api-tasks-detail.ts';
import type { ClassifierLookup } from '@esocial/form-core/classifier-lookup.ts';
import type { FormValidator } from '@esocial/form-core/form-validator.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import { FormRuntime } from '@esocial/ui/forms/FormRuntime.tsx';
import type { FormHandle } from '@esocial/ui/forms/runtime-types.ts';
import { ProblemMessage } from '@esocial/ui/components/ProblemMessage.tsx';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { ApiError } from '../../api/problem.ts';
import { expressions } from '../../shared/form/expressions.ts';
import { useFormEnvironment } from '../../shared/form/useFormEnvironment.ts';
import { links } from '../../shared/links.ts';
import { usePersonDialog } from '../../shared/person/usePersonDialog.tsx';
import { useMay } from '../../shared/session/SessionContext.ts';
import { useUrlState } from '../../shared/useUrlState.ts';
import { ConflictNotice } from './ConflictNotice.tsx';
import { SavedStatus } from './SavedStatus.tsx';
import { useDraft } from './useDraft.ts';
import { usePrefillSources } from './usePrefillSources.ts';
import { useSubmission } from './useSubmission.ts';

interface TaskFormProps {
  task: TaskDetail;
  parts: { validator: FormValidator; lookups: Map<string, ClassifierLookup> };
  onErrorCount: (count: number) => void;
}

/** The form of the task with its draft and its sending. */
export function TaskForm({ task, parts, onErrorCount }: TaskFormProps) {
  const { t } = useTranslation('task');
  const form = useRef<FormHandle>(null);
  const { get, set } = useUrlState();
  const [, navigate] = useLocation();
  const { queue, state } = useDraft(task, form);
  const submission = useSubmission(task);
  const persons = usePersonDialog();
  const mayCreate = useMay('person.create');
  const env = useFormEnvironment({
    today: task.legalReferenceDate,
    lookups: parts.lookups,
    caseId: task.caseId,
    taskId: task.id,
    ...(mayCreate ? { createPerson: persons.ask } : {}),
  });
  const prefilled = usePrefillSources(task);
  const section = get('section');
  const problem = submission.error instanceof ApiError ? submission.error.problem : undefined;
  const saveAndLeave = async () => {
    form.current?.flush();
    await queue.drain();
    navigate(links.tasks());
  };
  const send = async (data: JsonObject) => {
    await queue.drain();
    submission.mutate(data);
  };
  const writable = task.permissions.complete;
  return (
    <>
      {submission.error && !problem?.errors?.length ? <ProblemMessage error={submission.error} /> : null}
      <ConflictNotice pointers={state.conflicts} />
      <FormRuntime
        ref={form}
        form={task.form}
        expressions={expressions}
        validator={parts.validator}
        data={task.data as JsonObject}
        env={env}
        primaryAction={task.form.primaryAction}
        errors={problem?.errors ?? []}
        prefilled={prefilled}
        readOnly={!writable}
        submitting={submission.isPending}
        {...(section ? { section } : {})}
        onSectionChange={(key) => set({ section: key })}
        onErrorCount={onErrorCount}
        status={writable && <SavedStatus state={state} />}
        actions={
          writable && (
            <button type="button" className="es-link-button" onClick={() => void saveAndLeave()}>
              {t('saveAndLeave')}
            </button>
          )
        }
        onChange={(changes) => writable && queue.push(changes)}
        onSubmit={(data) => void send(data)}
      />
      {persons.dialog}
    </>
  );
}
