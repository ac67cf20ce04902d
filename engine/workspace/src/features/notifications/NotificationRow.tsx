import type { NotificationItem } from '@esocial/contracts/generated/api-notifications-list.ts';
import { DeadlineText } from '@esocial/ui/components/DeadlineText.tsx';
import { RelativeTime } from '@esocial/ui/components/RelativeTime.tsx';
import { useLanguage } from '@esocial/ui/i18n/useLanguage.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';
import { notificationPhrase } from './notification-text.ts';

/** One notice: what happened, about which task or case, when. */
export function NotificationRow({ item, onOpen }: { item: NotificationItem; onOpen: () => void }) {
  const { t, i18n } = useTranslation('notifications');
  const { key, values } = notificationPhrase(item, useLanguage());
  const words = t(i18n.exists(key, { ns: 'notifications' }) ? key : 'kind.other', values);
  const href = item.taskId ? links.task(item.taskId) : item.caseId ? links.case(item.caseId) : elsewhere(item);
  return (
    <li className="es-notice" data-unread={!item.readAt}>
      <Link href={href} onClick={onOpen}>
        {words}
      </Link>
      {(item.caseNumber || item.dueAt) && (
        <span className="es-row es-small">
          {item.caseNumber && <span>{t('case', { number: item.caseNumber })}</span>}
          {item.dueAt && (
            <span>
              {t('due')} <DeadlineText dueAt={item.dueAt} />
            </span>
          )}
        </span>
      )}
      <span className="es-faint es-small">
        {!item.readAt && <>{t('unread')} · </>}
        <RelativeTime at={item.createdAt} />
      </span>
    </li>
  );
}

/** What is about no case leads to the tasks, what failed before there was one to the operations. */
function elsewhere({ kind }: NotificationItem): string {
  return kind === 'start.failed' ? links.operations() : links.tasks();
}
