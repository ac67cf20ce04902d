import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { operationsLinks } from '../operations-links.ts';

/** The instances that this one called. */
export function CalledInstances({ instance }: { instance: ProcessInstanceView }) {
  const { t } = useTranslation('operations');
  if (instance.calledInstances.length === 0) return null;
  return (
    <section className="es-stack">
      <h2>{t('instance.called')}</h2>
      <ul className="es-stack es-stack-small">
        {instance.calledInstances.map((called) => (
          <li key={called.id}>
            <Link href={operationsLinks.instance(called.id)}>{called.processId}</Link>,{' '}
            {t(`status.${called.status}`, { defaultValue: called.status })}
          </li>
        ))}
      </ul>
    </section>
  );
}
