import type { AuditEventItem } from '@esocial/contracts/generated/api-audit-events-list.ts';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChooseActor } from './ChooseActor.tsx';
import type { AuditAddress } from './useAuditAddress.ts';
import { useAuditWords } from './useAuditWords.ts';

interface NarrowedToProps {
  address: AuditAddress;
  events: readonly AuditEventItem[];
}

/** Whose events, about which case and person; each can be taken away again. */
export function NarrowedTo({ address, events }: NarrowedToProps) {
  const { t } = useTranslation('audit');
  const words = useAuditWords();
  const [choosing, setChoosing] = useState(false);
  const { filter } = address;
  const actor = events.find((event) => event.actor.id === filter.actor)?.actor;
  const chips = [
    { name: 'actor', text: actor ? t('only.actorNamed', { name: words.actor(actor) }) : t('only.actor') },
    { name: 'case', text: t('only.case') },
    { name: 'subject', text: t('only.subject') },
  ] as const;
  return (
    <div className="es-row es-no-print">
      {!filter.actor && (
        <button type="button" className="es-chip" onClick={() => setChoosing(true)}>
          <Icon name="person" />
          {t('filter.actor')}
        </button>
      )}
      {chips
        .filter((chip) => filter[chip.name])
        .map((chip) => (
          <button
            key={chip.name}
            type="button"
            className="es-chip"
            aria-pressed="true"
            aria-label={t('only.remove', { filter: chip.text })}
            onClick={() => address.change({ [chip.name]: undefined })}
          >
            {chip.text}
            <Icon name="close" />
          </button>
        ))}
      {address.isFiltered && (
        <button type="button" className="es-link-button" onClick={address.clear}>
          {t('filter.clear')}
        </button>
      )}
      {choosing && (
        <ChooseActor
          onChoose={(id) => {
            setChoosing(false);
            address.change({ actor: id });
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  );
}
