import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SetVariables } from './SetVariables.tsx';
import { VariableNames } from './VariableNames.tsx';
import { VariableValues } from './VariableValues.tsx';

/** The variables by scope: their names, and for those who may the values, whose reading is recorded. */
export function VariablesTab({ instance }: { instance: ProcessInstanceView }) {
  const { t } = useTranslation('operations');
  const [shown, setShown] = useState(false);
  const [setting, setSetting] = useState(false);
  const { readVariables, setVariables } = instance.permissions;
  return (
    <section className="es-stack" aria-labelledby="variables-title">
      <div className="es-row es-row-between">
        <h2 id="variables-title">{t('tab.variables')}</h2>
        {setVariables && (
          <Button variant="default" className="es-no-print" onClick={() => setSetting(true)}>
            {t('variables.set')}
          </Button>
        )}
      </div>
      {shown ? <VariableValues instanceId={instance.id} /> : <VariableNames instance={instance} />}
      {readVariables && !shown && (
        <div className="es-stack es-stack-small es-no-print">
          <p className="es-faint">{t('variables.audited')}</p>
          <div>
            <Button variant="default" onClick={() => setShown(true)}>
              {t('variables.show')}
            </Button>
          </div>
        </div>
      )}
      {!readVariables && <p className="es-faint">{t('variables.mayNotRead')}</p>}
      {setting && <SetVariables instance={instance} onClose={() => setSetting(false)} />}
    </section>
  );
}
