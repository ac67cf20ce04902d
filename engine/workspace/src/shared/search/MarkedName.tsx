import type { PersonSearchItem } from '@esocial/contracts/generated/api-persons-search-item.ts';
import { markParts } from './mark-parts.ts';

/** A name with the matching parts marked. */
export function MarkedName({ person }: { person: PersonSearchItem }) {
  const part = (field: 'lastName' | 'firstName' | 'patronymic') =>
    markParts(
      person[field] ?? '',
      person.match.filter((match) => match.field === field),
    ).map((each, index) => (each.marked ? <mark key={index}>{each.text}</mark> : <span key={index}>{each.text}</span>));
  return (
    <>
      {part('lastName')} {part('firstName')}
      {person.patronymic && ' '}
      {part('patronymic')}
    </>
  );
}
