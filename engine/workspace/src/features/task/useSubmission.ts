import type { TaskDetail } from '@esocial/contracts/generated/api-tasks-detail.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { createDeedKeys } from '../../shared/deed-key.ts';
import { links } from '../../shared/links.ts';
import { submitTask } from './api/submit-task.ts';
import { receiptKey, type Receipt } from './receipt.ts';

/** Sends the form once, however often it is tried, and shows the receipt. */
export function useSubmission(task: TaskDetail) {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [keyOf] = useState(() => createDeedKeys());
  return useMutation({
    mutationFn: (data: JsonObject) => submitTask(task.id, data, keyOf(data)),
    onSuccess: (reply) => {
      const receipt: Receipt = { task, reply, sentAt: new Date().toISOString() };
      queries.setQueryData(receiptKey(task.id), receipt);
      queries.removeQueries({ queryKey: ['tasks', 'detail', task.id] });
      void queries.invalidateQueries({ queryKey: ['tasks'] });
      void queries.invalidateQueries({ queryKey: ['cases'] });
      navigate(links.taskReceipt(task.id), { replace: true });
    },
  });
}
