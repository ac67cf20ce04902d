import type { RecordDetail } from '@esocial/contracts/generated/api-records-detail.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import { ConfirmDialog } from '@esocial/ui/components/ConfirmDialog.tsx';
import { ProblemMessage } from '@esocial/ui/components/ProblemMessage.tsx';
import { DifferenceTable } from '@esocial/ui/forms/DifferenceTable.tsx';
import type { FormEnvironment } from '@esocial/ui/forms/runtime-types.ts';
import { useAnswerDifferences } from '@esocial/ui/forms/useAnswerDifferences.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { expressions } from '../../shared/form/expressions.ts';
import { recordDetail } from './api/record-detail.ts';
import { CorrectionReason } from './CorrectionReason.tsx';
import { filled } from './filled-record.ts';

interface ConfirmCorrectionProps {
  record: RecordDetail;
  /** The version that is corrected: the record's, or one that somebody else made meanwhile. */
  baseId: string;
  data: JsonObject;
  env: FormEnvironment;
  busy: boolean;
  error: unknown;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

/** What the correction changes, and why it is made. */
export function ConfirmCorrection(props: ConfirmCorrectionProps) {
  const { record, baseId, data, env, busy, error, onConfirm, onClose } = props;
  const { t } = useTranslation('records');
  const [reason, setReason] = useState('');
  const base = useQuery(recordDetail(baseId)).data ?? record;
  const before = useMemo(() => filled(base), [base]);
  const after = useMemo(() => ({ form: record.form, data }), [record, data]);
  const differences = useAnswerDifferences({ before, after, expressions, env });
  const changed = differences.length > 0;
  return (
    <ConfirmDialog
      title={t('correction.confirmTitle')}
      action={t('correction.confirm')}
      busy={busy}
      disabled={!changed || reason.trim() === ''}
      onConfirm={() => onConfirm(reason.trim())}
      onClose={onClose}
    >
      <div className="es-stack">
        {error ? <ProblemMessage error={error} /> : null}
        {!changed && <p>{t('correction.nothing')}</p>}
        {changed && (
          <>
            <DifferenceTable
              differences={differences}
              titles={{ before: t('correction.before'), after: t('correction.after') }}
            />
            <CorrectionReason value={reason} onChange={setReason} />
          </>
        )}
      </div>
    </ConfirmDialog>
  );
}
