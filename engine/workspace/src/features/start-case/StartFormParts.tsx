import type { StartDraft } from '@esocial/contracts/generated/api-cases-start-draft.ts';
import type { CaseStartReply } from '@esocial/contracts/generated/api-cases-start-reply.ts';
import type { FormDetail } from '@esocial/contracts/generated/api-forms-detail.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { useQuery } from '@tanstack/react-query';
import { formParts } from '../../shared/form/form-parts.ts';
import { StartForm } from './StartForm.tsx';
import type { StartableWorkflow } from './StartWorkflow.tsx';

export interface StartFormProps {
  workflow: StartableWorkflow;
  form: FormDetail;
  draft: StartDraft | null;
  onErrorCount: (count: number) => void;
  onStarted: (reply: CaseStartReply) => void;
}

/** Loads what the form needs to run. */
export function StartFormParts(props: StartFormProps) {
  const parts = useQuery(formParts(props.form, props.form.classifiers));
  return (
    <DataState query={parts} skeletonRows={10}>
      {(loaded) => <StartForm {...props} parts={loaded} />}
    </DataState>
  );
}
