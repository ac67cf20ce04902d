import type { FormDetail } from '@esocial/contracts/generated/api-forms-detail.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { Skeleton } from '@esocial/ui/components/Skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { formVersion } from '../api/form-version.ts';
import { ContentSection } from './ContentSection.tsx';

const FormTrial = lazy(async () => ({ default: (await import('./FormTrial.tsx')).FormTrial }));

/** A form as the worker sees it, to be tried without anything being sent. */
export function FormContent({ formKey, versionId }: { formKey: string; versionId: string }) {
  const { t } = useTranslation('definitions');
  const query = useQuery(formVersion(formKey, versionId));
  return (
    <ContentSection title={t('form.trial')}>
      <p className="es-faint">{t('form.trialText')}</p>
      <DataState<FormDetail> query={query} skeletonRows={10}>
        {(form) => (
          <Suspense fallback={<Skeleton rows={10} />}>
            <FormTrial key={form.versionId} form={form} />
          </Suspense>
        )}
      </DataState>
    </ContentSection>
  );
}
