import type { PersonDetail } from '@esocial/contracts/generated/api-persons-detail.ts';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { useTranslation } from 'react-i18next';
import type { PersonDraft } from '../../shared/person/person-draft.ts';
import { useShowFact } from './useShowFact.ts';

/** Somebody was faster: what they changed; what is typed stays. */
export function ChangedMeanwhile({ person, fields }: { person: PersonDetail; fields: readonly (keyof PersonDraft)[] }) {
  const { t } = useTranslation('persons');
  const show = useShowFact();
  return (
    <div className="es-message es-tone-warning" role="alert">
      <Icon name="alert" />
      <div className="es-message-body es-stack es-stack-small">
        <strong>{t('staleTitle')}</strong>
        <ul>
          {fields.map((name) => {
            const field = t(`field.${name}`);
            const value = person[name];
            return (
              <li key={name}>{value ? t('nowIs', { field, value: show(name, value) }) : t('nowEmpty', { field })}</li>
            );
          })}
        </ul>
        <p>{t('staleText')}</p>
      </div>
    </div>
  );
}
