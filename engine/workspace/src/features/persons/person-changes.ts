import type { PersonDetail } from '@esocial/contracts/generated/api-persons-detail.ts';
import type { PersonUpdateRequest } from '@esocial/contracts/generated/api-persons-update-request.ts';
import { draftFrom, type PersonDraft } from '../../shared/person/person-draft.ts';

const fields = Object.keys(draftFrom('')) as (keyof PersonDraft)[];

/** What is known of a person, as it is typed. */
export function draftOf(person: PersonDetail): PersonDraft {
  return Object.fromEntries(fields.map((field) => [field, person[field] ?? ''])) as unknown as PersonDraft;
}

/** The fields in which two drafts differ. */
export function changedFields(before: PersonDraft, after: PersonDraft): (keyof PersonDraft)[] {
  return fields.filter((field) => before[field].trim() !== after[field].trim());
}

/** What is sent: only what differs; what was emptied is removed. */
export function changesOf(person: PersonDetail, draft: PersonDraft): PersonUpdateRequest {
  const entries = changedFields(draftOf(person), draft).map((field) => [field, draft[field].trim() || null]);
  return Object.fromEntries(entries) as PersonUpdateRequest;
}
