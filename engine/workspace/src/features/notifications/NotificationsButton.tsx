import { Icon } from '@esocial/ui/components/Icon.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notifications } from './api/notifications.ts';
import { NotificationsDrawer } from './NotificationsDrawer.tsx';

/** How many notices are unread; opens the list at the side. */
export function NotificationsButton() {
  const { t } = useTranslation('notifications');
  const [open, setOpen] = useState(false);
  const query = useQuery(notifications());
  const unread = query.data?.unread ?? 0;
  return (
    <>
      <button
        type="button"
        className="es-icon-button"
        aria-label={t('button', { count: unread })}
        onClick={() => setOpen(true)}
      >
        <Icon name="bell" />
        {unread > 0 && (
          <span className="es-count" aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </button>
      {open && <NotificationsDrawer onClose={() => setOpen(false)} />}
    </>
  );
}
