import type { NotificationItem } from '@esocial/contracts/generated/api-notifications-list.ts';
import { RelativeTime } from '@esocial/ui/components/RelativeTime.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';

const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** One notice: what happened, about which task or case, when. */
export function NotificationRow({ item, onOpen }: { item: NotificationItem; onOpen: () => void }) {
  const { t, i18n } = useTranslation('notifications');
  const params: Record<string, unknown> = item.params;
  const values = {
    name: text(params['taskName'] ?? params['name'] ?? params['title']),
    number: text(params['caseNumber'] ?? params['number']),
    who: text(params['actorName'] ?? params['who']),
  };
  const key = `kind.${item.kind.replaceAll('.', '_')}`;
  const words = i18n.exists(key, { ns: 'notifications' })
    ? t(key, values)
    : t('kind.other', { name: values.name || item.kind, number: values.number });
  const href = item.taskId ? links.task(item.taskId) : item.caseId ? links.case(item.caseId) : links.tasks();
  return (
    <li className="es-notice" data-unread={!item.readAt}>
      <Link href={href} onClick={onOpen}>
        {words}
      </Link>
      <span className="es-faint es-small">
        {!item.readAt && <>{t('unread')} · </>}
        <RelativeTime at={item.createdAt} />
      </span>
    </li>
  );
}
