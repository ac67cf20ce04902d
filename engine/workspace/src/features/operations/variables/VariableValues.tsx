import type { ProcessVariables } from '@esocial/contracts/generated/api-process-instances-variables.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { processVariables } from '../api/process-variables.ts';
import { SimpleTable } from '../../../shared/SimpleTable.tsx';

const sorted = (variables: Record<string, unknown>) =>
  Object.entries(variables).sort(([left], [right]) => left.localeCompare(right));

/** The values by scope. */
export function VariableValues({ instanceId }: { instanceId: string }) {
  const { t } = useTranslation('operations');
  const query = useQuery(processVariables(instanceId));
  const scopesOf = (data: ProcessVariables) => data.scopes.filter(({ variables }) => Object.keys(variables).length > 0);
  return (
    <DataState<ProcessVariables>
      query={query}
      isEmpty={(data) => scopesOf(data).length === 0}
      empty={<EmptyState title={t('variables.none')}>{t('variables.noneText')}</EmptyState>}
    >
      {(data) => (
        <>
          {scopesOf(data).map((scope) => (
            <SimpleTable
              key={scope.scopeId}
              caption={scope.scopeId === instanceId ? t('variables.root') : scope.elementName || scope.elementId}
              columns={[t('variables.name'), t('variables.value')]}
              rows={sorted(scope.variables).map(([name, value]) => ({
                key: name,
                cells: [
                  name,
                  <code key="value" className="es-pre">
                    {JSON.stringify(value, null, 1)}
                  </code>,
                ],
              }))}
            />
          ))}
        </>
      )}
    </DataState>
  );
}
