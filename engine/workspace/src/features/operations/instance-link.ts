import { withQuery } from '../../api/request.ts';
import { links } from '../../shared/links.ts';

/** The address of one process instance. */
export function instanceLink(id: string): string {
  return withQuery(links.operations(), { instance: id });
}
