import { PersonAge } from '@esocial/ui/components/PersonAge.tsx';
import { Link } from 'wouter';
import { links } from './links.ts';

interface PersonLinkProps {
  person: { id: string; displayName: string; age?: number };
}

/** A person's name, whole, with the age. */
export function PersonLink({ person }: PersonLinkProps) {
  return (
    <span>
      <Link href={links.person(person.id)}>{person.displayName}</Link>
      {person.age !== undefined && (
        <span className="es-faint">
          , <PersonAge age={person.age} />
        </span>
      )}
    </span>
  );
}
