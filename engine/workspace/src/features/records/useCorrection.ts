import type { RecordDetail } from '@esocial/contracts/generated/api-records-detail.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import { useToast } from '@esocial/ui/toast/toast-context.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { ApiError } from '../../api/problem.ts';
import { links } from '../../shared/links.ts';
import { useCorrectRecord, type Correction } from './api/correct-record.ts';

/** The steps of a correction: asked why, sent, told that somebody was faster, or done. */
export function useCorrection(record: RecordDetail) {
  const { t } = useTranslation('records');
  const toast = useToast();
  const [, navigate] = useLocation();
  const [base, setBase] = useState<Correction['base']>({ id: record.id, version: record.version });
  const [asked, setAsked] = useState<JsonObject>();
  const correct = useCorrectRecord(record.caseId, ({ recordId }) => {
    toast({ text: t('correction.saved') });
    navigate(links.record(recordId, base.id), { replace: true });
  });
  const problem = correct.error instanceof ApiError ? correct.error.problem : undefined;
  const stale = problem?.status === 412;
  const fieldErrors = problem?.errors ?? [];
  return {
    base,
    asked: stale || fieldErrors.length > 0 ? undefined : asked,
    busy: correct.isPending,
    done: correct.isSuccess,
    stale,
    fieldErrors,
    failure: correct.error,
    ask: (data: JsonObject) => {
      // The newer version has to be looked at first.
      if (stale) return;
      correct.reset();
      setAsked(data);
    },
    cancel: () => {
      correct.reset();
      setAsked(undefined);
    },
    send: (reason: string) => asked && correct.mutate({ base, data: asked, reason }),
    /** Goes on with what is typed, now upon the version that somebody else made. */
    continueFrom: (newer: Correction['base']) => {
      setBase(newer);
      correct.reset();
    },
  };
}
