import type { PersonSearchItem } from '@esocial/contracts/generated/api-persons-search-item.ts';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';
import { PersonSummary } from '../../shared/search/PersonSummary.tsx';

/** Who has the IDNP already, with a way to them. */
export function TakenIdnp({ candidates }: { candidates: readonly PersonSearchItem[] }) {
  const { t } = useTranslation('persons');
  return (
    <div className="es-message es-tone-warning" role="alert">
      <Icon name="alert" />
      <div className="es-message-body es-stack es-stack-small">
        <strong>{t('taken')}</strong>
        {candidates.map((person) => (
          <div key={person.id} className="es-row es-row-between">
            <PersonSummary person={person} />
            <Link href={links.person(person.id)}>{t('open', { name: person.displayName })}</Link>
          </div>
        ))}
      </div>
    </div>
  );
}
