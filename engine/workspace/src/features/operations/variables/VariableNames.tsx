import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { SimpleTable } from '../../../shared/SimpleTable.tsx';

/** Which variables each scope has, without their values. */
export function VariableNames({ instance }: { instance: ProcessInstanceView }) {
  const { t } = useTranslation('operations');
  const format = useFormat();
  const scopes = instance.elements.filter((element) => element.variableNames.length > 0);
  if (scopes.length === 0) return <EmptyState title={t('variables.none')}>{t('variables.noneText')}</EmptyState>;
  return (
    <SimpleTable
      caption={t('variables.names')}
      captionHidden
      columns={[t('variables.scope'), t('variables.namesColumn')]}
      rows={scopes.map((scope) => ({
        key: scope.elementInstanceId,
        cells: [
          scope.parentId === null ? t('variables.root') : scope.elementName || scope.elementId,
          format.list(scope.variableNames),
        ],
      }))}
    />
  );
}
