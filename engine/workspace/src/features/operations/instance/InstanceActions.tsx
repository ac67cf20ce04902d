import type { ProcessInstanceView } from '@esocial/contracts/generated/api-process-instances-view.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { operationsLinks } from '../operations-links.ts';
import { CancelInstance } from './CancelInstance.tsx';
import { ResumeInstance } from './ResumeInstance.tsx';
import { SuspendInstance } from './SuspendInstance.tsx';

type Dialog = 'suspend' | 'resume' | 'cancel';

/** What can be done with the instance, by right; each asks first. A called instance is suspended with its caller. */
export function InstanceActions({ instance }: { instance: ProcessInstanceView }) {
  const { t } = useTranslation('operations');
  const [dialog, setDialog] = useState<Dialog>();
  const close = () => setDialog(undefined);
  const { permissions, status } = instance;
  const runs = !instance.endedAt;
  const isRoot = instance.parentInstanceId === undefined;
  const migrate = { workflow: instance.workflowKey, source: instance.workflowVersionId, ids: [instance.id] };
  return (
    <div className="es-row es-no-print">
      {runs && permissions.suspend && isRoot && (
        <button
          type="button"
          className="es-chip"
          onClick={() => setDialog(status === 'suspended' ? 'resume' : 'suspend')}
        >
          {t(status === 'suspended' ? 'resume.open' : 'suspend.open')}
        </button>
      )}
      {permissions.modify && status === 'active' && (
        <Link className="es-chip" href={operationsLinks.instance(instance.id, 'modify')}>
          {t('modify.open')}
        </Link>
      )}
      {runs && permissions.migrate && (
        <Link className="es-chip" href={operationsLinks.migrate(migrate)}>
          {t('migrate.open')}
        </Link>
      )}
      {runs && permissions.cancel && (
        <button type="button" className="es-chip" onClick={() => setDialog('cancel')}>
          {t('cancel.open')}
        </button>
      )}
      {dialog === 'suspend' && <SuspendInstance instance={instance} onClose={close} />}
      {dialog === 'resume' && <ResumeInstance instance={instance} onClose={close} />}
      {dialog === 'cancel' && <CancelInstance instance={instance} onClose={close} />}
    </div>
  );
}
