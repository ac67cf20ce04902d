import type { InstitutionList } from '@esocial/contracts/generated/api-institutions-list.ts';
import type { InstitutionMatch } from '@esocial/ui/forms/runtime-types.ts';
import { request, withQuery } from '../../api/request.ts';

/** `GET /institutions`, as an institution field wants it. */
export async function findInstitutions(text: string, signal: AbortSignal): Promise<InstitutionMatch[]> {
  const { items } = await request<InstitutionList>(withQuery('/institutions', { q: text, limit: 20 }), { signal });
  return items.map(({ id, idno, name }) => ({ institutionId: id, name, ...(idno ? { detail: idno } : {}) }));
}
