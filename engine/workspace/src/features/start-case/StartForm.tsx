import type { ClassifierLookup } from '@esocial/form-core/classifier-lookup.ts';
import type { FormValidator } from '@esocial/form-core/form-validator.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import { ProblemMessage } from '@esocial/ui/components/ProblemMessage.tsx';
import { FormRuntime } from '@esocial/ui/forms/FormRuntime.tsx';
import type { FormHandle } from '@esocial/ui/forms/runtime-types.ts';
import { civilDay } from '@esocial/ui/i18n/civil-day.ts';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { ApiError } from '../../api/problem.ts';
import { expressions } from '../../shared/form/expressions.ts';
import { useFormEnvironment } from '../../shared/form/useFormEnvironment.ts';
import { links } from '../../shared/links.ts';
import { usePersonDialog } from '../../shared/person/usePersonDialog.tsx';
import { useMay } from '../../shared/session/SessionContext.ts';
import { useUrlState } from '../../shared/useUrlState.ts';
import { StartDraftStatus } from './StartDraftStatus.tsx';
import type { StartFormProps } from './StartFormParts.tsx';
import { useStartDraft } from './useStartDraft.ts';
import { useStartCase } from './useStartCase.ts';

interface Props extends StartFormProps {
  parts: { validator: FormValidator; lookups: Map<string, ClassifierLookup> };
}

/** The start form with its draft; sending it opens the case. */
export function StartForm({ workflow, form, draft, parts, onErrorCount, onStarted }: Props) {
  const { t } = useTranslation('start-case');
  const handle = useRef<FormHandle>(null);
  const [today] = useState(() => civilDay(new Date()));
  const { get, set } = useUrlState();
  const [, navigate] = useLocation();
  const saving = useStartDraft(workflow.key, (draft?.data ?? {}) as JsonObject, draft?.updatedAt);
  const start = useStartCase(workflow.key, onStarted);
  const persons = usePersonDialog();
  const mayCreate = useMay('person.create');
  const env = useFormEnvironment({
    today,
    lookups: parts.lookups,
    ...(mayCreate ? { createPerson: persons.ask } : {}),
  });
  const problem = start.error instanceof ApiError ? start.error.problem : undefined;
  const section = get('section');
  const leave = async () => {
    handle.current?.flush();
    await saving.settle();
    navigate(links.tasks());
  };
  return (
    <>
      {start.error && !problem?.errors?.length ? <ProblemMessage error={start.error} /> : null}
      <FormRuntime
        ref={handle}
        form={form}
        expressions={expressions}
        validator={parts.validator}
        data={(draft?.data ?? {}) as JsonObject}
        env={env}
        primaryAction={form.primaryAction}
        errors={problem?.errors ?? []}
        submitting={start.isPending}
        {...(section ? { section } : {})}
        onSectionChange={(key) => set({ section: key })}
        onErrorCount={onErrorCount}
        status={<StartDraftStatus state={saving.state} />}
        actions={
          <button type="button" className="es-link-button" onClick={() => void leave()}>
            {t('saveAndLeave')}
          </button>
        }
        onChange={saving.push}
        onSubmit={(data) => void saving.settle().then(() => start.mutate(data))}
      />
      {persons.dialog}
    </>
  );
}
