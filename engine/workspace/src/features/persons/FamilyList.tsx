import type { PersonDetail } from '@esocial/contracts/generated/api-persons-detail.ts';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonLink } from '../../shared/PersonLink.tsx';
import { RelatePerson } from './RelatePerson.tsx';
import { RemoveRelation } from './RemoveRelation.tsx';

type Relation = PersonDetail['relations'][number];

/** Who belongs to the person, and how; those who may add and remove relations. */
export function FamilyList({ person }: { person: PersonDetail }) {
  const { t } = useTranslation('persons');
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Relation>();
  const { relations } = person;
  const mayChange = person.permissions.update;
  return (
    <>
      {relations.length === 0 && <p className="es-faint">{t('noFamily')}</p>}
      <ul>
        {relations.map((relation) => (
          <li key={relation.id} className="es-record-row es-relation-row">
            <span>
              <PersonLink person={relation.person} />{' '}
              <span className="es-faint es-small">{relation.label ?? relation.relation}</span>
            </span>
            {mayChange && (
              <button
                type="button"
                className="es-icon-button es-no-print"
                aria-label={t('relate.remove', { name: relation.person.displayName })}
                onClick={() => setRemoving(relation)}
              >
                <Icon name="close" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <div className="es-no-print">
          <button type="button" className="es-link-button" onClick={() => setAdding(true)}>
            {t('relate.open')}
          </button>
        </div>
      )}
      {adding && <RelatePerson person={person} onClose={() => setAdding(false)} />}
      {removing && <RemoveRelation personId={person.id} relation={removing} onClose={() => setRemoving(undefined)} />}
    </>
  );
}
