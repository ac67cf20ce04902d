import type { RecordCorrectionReply } from '@esocial/contracts/generated/api-records-correction-reply.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import { useQueryClient } from '@tanstack/react-query';
import { request } from '../../../api/request.ts';
import { useDeed } from '../../../shared/useDeed.ts';

export interface Correction {
  /** The version that is corrected. */
  base: { id: string; version: number };
  data: JsonObject;
  reason: string;
}

/** `POST /records/:id/corrections`; 412 when the version is no longer the latest. */
export function useCorrectRecord(caseId: string, onCorrected: (reply: RecordCorrectionReply) => void) {
  const queries = useQueryClient();
  const correct = ({ base, data, reason }: Correction, idempotencyKey: string) =>
    request<RecordCorrectionReply>(`/records/${base.id}/corrections`, {
      method: 'POST',
      body: { data, reason },
      ifMatch: base.version,
      idempotencyKey,
    });
  return useDeed(correct, {
    onSuccess: (reply) => {
      void queries.invalidateQueries({ queryKey: ['cases', caseId] });
      void queries.invalidateQueries({ queryKey: ['records'] });
      onCorrected(reply);
    },
  });
}
