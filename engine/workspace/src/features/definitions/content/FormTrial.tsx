import type { FormDetail } from '@esocial/contracts/generated/api-forms-detail.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { FormRuntime } from '@esocial/ui/forms/FormRuntime.tsx';
import type { FormEnvironment } from '@esocial/ui/forms/runtime-types.ts';
import { civilDay } from '@esocial/ui/i18n/civil-day.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { expressions } from '../../../shared/form/expressions.ts';
import { formParts } from '../../../shared/form/form-parts.ts';

/** The real form with its real checks; what is typed stays in the browser. */
export function FormTrial({ form }: { form: FormDetail }) {
  const query = useQuery(formParts(form, form.classifiers));
  return <DataState query={query}>{(parts) => <Trial form={form} parts={parts} />}</DataState>;
}

interface TrialProps {
  form: FormDetail;
  parts: Awaited<ReturnType<NonNullable<ReturnType<typeof formParts>['queryFn']>>>;
}

function Trial({ form, parts }: TrialProps) {
  const { t } = useTranslation('definitions');
  const [passed, setPassed] = useState(false);
  const env: FormEnvironment = useMemo(
    () => ({ today: civilDay(new Date()), classifier: (key) => parts.lookups.get(key) }),
    [parts],
  );
  const empty = useMemo(() => ({}), []);
  return (
    <div className="es-form-trial es-stack">
      <FormRuntime
        form={form}
        expressions={expressions}
        validator={parts.validator}
        data={empty}
        env={env}
        primaryAction={t('form.check')}
        onChange={() => setPassed(false)}
        onSubmit={() => setPassed(true)}
      />
      <div role="status">
        {passed && (
          <div className="es-message es-tone-success">
            <Icon name="check" />
            <p className="es-message-body">{t('form.passed')}</p>
          </div>
        )}
      </div>
    </div>
  );
}
