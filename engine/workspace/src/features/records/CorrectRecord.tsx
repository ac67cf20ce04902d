import type { RecordDetail } from '@esocial/contracts/generated/api-records-detail.ts';
import type { ClassifierLookup } from '@esocial/form-core/classifier-lookup.ts';
import type { FormValidator } from '@esocial/form-core/form-validator.ts';
import type { JsonObject } from '@esocial/form-core/json.ts';
import { FormRuntime } from '@esocial/ui/forms/FormRuntime.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { expressions } from '../../shared/form/expressions.ts';
import { useFormEnvironment } from '../../shared/form/useFormEnvironment.ts';
import { links } from '../../shared/links.ts';
import { usePersonDialog } from '../../shared/person/usePersonDialog.tsx';
import { useMay } from '../../shared/session/SessionContext.ts';
import { useLeaveGuard } from '../../shared/useLeaveGuard.ts';
import { ConfirmCorrection } from './ConfirmCorrection.tsx';
import { CorrectionHeader } from './CorrectionHeader.tsx';
import { StaleNotice } from './StaleNotice.tsx';
import { useCorrection } from './useCorrection.ts';

interface CorrectRecordProps {
  record: RecordDetail;
  parts: { validator: FormValidator; lookups: Map<string, ClassifierLookup> };
}

/** Corrects a record: the form with its answers, then what changes and why. */
export function CorrectRecord({ record, parts }: CorrectRecordProps) {
  const { t } = useTranslation('records');
  const [errors, setErrors] = useState(0);
  const [dirty, setDirty] = useState(false);
  const correction = useCorrection(record);
  const persons = usePersonDialog();
  const mayCreate = useMay('person.create');
  const env = useFormEnvironment({
    today: record.legalReferenceDate,
    lookups: parts.lookups,
    caseId: record.caseId,
    ...(mayCreate ? { createPerson: persons.ask } : {}),
  });
  useLeaveGuard(dirty && !correction.done);
  return (
    <div className="es-stack">
      <CorrectionHeader record={record} errors={errors} />
      {correction.stale && <StaleNotice record={record} base={correction.base} onContinue={correction.continueFrom} />}
      <FormRuntime
        form={record.form}
        expressions={expressions}
        validator={parts.validator}
        data={record.data as JsonObject}
        env={env}
        primaryAction={t('correction.send')}
        errors={correction.fieldErrors}
        onErrorCount={setErrors}
        actions={
          <Link href={links.record(record.id)} className="es-button-link es-button-link-quiet">
            {t('correction.cancel')}
          </Link>
        }
        onChange={() => setDirty(true)}
        onSubmit={correction.ask}
      />
      {correction.asked && (
        <ConfirmCorrection
          record={record}
          baseId={correction.base.id}
          data={correction.asked}
          env={env}
          busy={correction.busy}
          error={correction.failure}
          onConfirm={correction.send}
          onClose={correction.cancel}
        />
      )}
      {persons.dialog}
    </div>
  );
}
