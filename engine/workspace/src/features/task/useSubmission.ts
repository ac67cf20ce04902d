import type { TaskDetail } from '@esocial/contracts/generated/api-tasks-detail.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { links } from '../../shared/links.ts';
import { useDeed } from '../../shared/useDeed.ts';
import { submitTask } from './api/submit-task.ts';
import { receiptKey, type Receipt } from './receipt.ts';

/** Sends the form once, however often it is tried, and shows the receipt. */
export function useSubmission(task: TaskDetail) {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  return useDeed((data: JsonObject, key) => submitTask(task.id, data, key), {
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
