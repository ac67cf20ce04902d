import { DataState } from '@esocial/ui/components/DataState.tsx';
import { Dialog } from '@esocial/ui/components/Dialog.tsx';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notifications, useReadNotification } from './api/notifications.ts';
import { NotificationRow } from './NotificationRow.tsx';

/** The notices, newest first; opening one marks it read. */
export function NotificationsDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('notifications');
  const query = useQuery(notifications());
  const read = useReadNotification();
  return (
    <Dialog title={t('title')} size="side" onClose={onClose}>
      <DataState
        query={query}
        isEmpty={(data) => data.items.length === 0}
        empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
      >
        {(data) => (
          <ul>
            {data.items.map((item) => (
              <NotificationRow
                key={item.id}
                item={item}
                onOpen={() => {
                  if (!item.readAt) read.mutate(item.id);
                  onClose();
                }}
              />
            ))}
          </ul>
        )}
      </DataState>
    </Dialog>
  );
}
