import type { ProcessInstanceDetail } from '@esocial/contracts/generated/api-process-instances-detail.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { instanceLink } from './instance-link.ts';

/** The instances that this one called. */
export function CalledInstances({ instance }: { instance: ProcessInstanceDetail }) {
  const { t } = useTranslation('operations');
  if (instance.calledInstances.length === 0) return null;
  return (
    <section className="es-stack">
      <h2>{t('instance.called')}</h2>
      <ul className="es-stack es-stack-small">
        {instance.calledInstances.map((called) => (
          <li key={called.id}>
            <Link href={instanceLink(called.id)}>{called.processId}</Link>,{' '}
            {t(`status.${called.status}`, { defaultValue: called.status })}
          </li>
        ))}
      </ul>
    </section>
  );
}
