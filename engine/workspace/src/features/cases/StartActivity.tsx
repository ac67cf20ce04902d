import type { CaseDetail } from '@esocial/contracts/generated/api-cases-detail.ts';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { Menu } from '@esocial/ui/components/Menu.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmActivity, type OfferedActivity } from './ConfirmActivity.tsx';

/** What may be started in the case as it needs: a menu of the activities, each asking first. */
export function StartActivity({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('cases');
  const [chosen, setChosen] = useState<OfferedActivity>();
  const { activities = [] } = detail;
  const offered = activities.length > 0 && detail.status !== 'closed';
  return (
    <>
      {offered && (
        <Menu
          label={t('activity.menu')}
          trigger={
            <>
              <Icon name="plus" />
              {t('activity.menu')}
              <Icon name="chevronDown" />
            </>
          }
        >
          {(close) =>
            activities.map((activity) => (
              <button
                key={`${activity.elementInstanceId} ${activity.elementId}`}
                type="button"
                className="es-menu-item"
                onClick={() => {
                  close();
                  setChosen(activity);
                }}
              >
                {activity.name}
              </button>
            ))
          }
        </Menu>
      )}
      {chosen && <ConfirmActivity caseId={detail.id} activity={chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}
