import type { WorkflowList } from '@esocial/contracts/generated/api-workflows-list.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { startDraft } from './api/start-draft.ts';
import { startForm } from './api/start-form.ts';
import { StartFormParts } from './StartFormParts.tsx';
import { StartReceipt } from './StartReceipt.tsx';
import type { CaseStartReply } from '@esocial/contracts/generated/api-cases-start-reply.ts';

export type StartableWorkflow = WorkflowList['items'][number];

/** Loads the form and the draft, then lets it be filled in; ends with the receipt. */
export function StartWorkflow({ workflow }: { workflow: StartableWorkflow }) {
  const form = useQuery(startForm(workflow.startForm));
  const draft = useQuery(startDraft(workflow.key));
  const [reply, setReply] = useState<CaseStartReply>();
  const [errors, setErrors] = useState(0);
  if (reply) return <StartReceipt reply={reply} />;
  return (
    <>
      <div className="es-page-head">
        <PageTitle title={workflow.startAction} errors={errors}>
          {workflow.startAction}
        </PageTitle>
      </div>
      <DataState query={form} skeletonRows={10}>
        {(loadedForm) => (
          <DataState query={draft}>
            {(loadedDraft) => (
              <StartFormParts
                workflow={workflow}
                form={loadedForm}
                draft={loadedDraft}
                onErrorCount={setErrors}
                onStarted={setReply}
              />
            )}
          </DataState>
        )}
      </DataState>
    </>
  );
}
