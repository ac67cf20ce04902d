import type { PersonDetail } from '@esocial/contracts/generated/api-persons-detail.ts';
import { useTranslation } from 'react-i18next';
import { PersonLink } from '../../shared/PersonLink.tsx';

/** Who belongs to the person, and how. */
export function FamilyList({ relations }: Pick<PersonDetail, 'relations'>) {
  const { t } = useTranslation('persons');
  if (relations.length === 0) return <p className="es-faint">{t('noFamily')}</p>;
  return (
    <ul>
      {relations.map((relation) => (
        <li key={relation.id} className="es-record-row">
          <PersonLink person={relation.person} />
          <span className="es-faint es-small">{relation.label ?? relation.relation}</span>
        </li>
      ))}
    </ul>
  );
}
