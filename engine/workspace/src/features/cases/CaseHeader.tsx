import type { CaseDetail } from '@esocial/contracts/generated/api-cases-detail.ts';
import { DeadlineText } from '@esocial/ui/components/DeadlineText.tsx';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { PersonLink } from '../../shared/PersonLink.tsx';
import { AssignManager } from './AssignManager.tsx';
import { CaseStatus } from './CaseStatus.tsx';
import { SendMessage } from './SendMessage.tsx';
import { StartActivity } from './StartActivity.tsx';

/** Number, person, state, manager, office, next deadline. */
export function CaseHeader({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('cases');
  const format = useFormat();
  const title = [t('title', { number: detail.number }), detail.person?.displayName].filter(Boolean).join(', ');
  return (
    <header className="es-page-head es-case-head">
      <div className="es-stack es-stack-small">
        <div className="es-row">
          <PageTitle title={title}>{t('title', { number: detail.number })}</PageTitle>
          <CaseStatus status={detail.status} />
        </div>
        <div className="es-row">
          {detail.person && <PersonLink person={detail.person} />}
          <span>{detail.workflow.title}</span>
        </div>
        <div className="es-row es-faint es-small">
          <span>{detail.managerName ? t('managedBy', { who: detail.managerName }) : t('noManager')}</span>
          <span>{detail.institutionName}</span>
          <span>{t('openedAt', { at: format.date(detail.openedAt) })}</span>
          {detail.nextDeadlineAt && (
            <span>
              {t('nextDeadline')} <DeadlineText dueAt={detail.nextDeadlineAt} />
            </span>
          )}
        </div>
      </div>
      <div className="es-row es-no-print">
        <StartActivity detail={detail} />
        <SendMessage detail={detail} />
        <AssignManager detail={detail} />
        <button type="button" className="es-chip" onClick={() => window.print()}>
          <Icon name="print" />
          {t('print')}
        </button>
      </div>
    </header>
  );
}
