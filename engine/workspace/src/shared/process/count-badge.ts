import type { ElementCount } from './diagram-picture.ts';

/** The numbers on an element: instances that are there, and in a shape of its own those that stand still. */
export function countBadge({ active, incidents }: ElementCount): HTMLElement {
  const badge = document.createElement('div');
  badge.className = 'es-diagram-badges';
  if (active > 0) badge.append(part('active', active));
  if (incidents > 0) badge.append(part('incident', incidents));
  return badge;
}

function part(state: 'active' | 'incident', count: number): HTMLElement {
  const element = document.createElement('span');
  element.className = 'es-diagram-badge';
  element.dataset['state'] = state;
  element.textContent = state === 'incident' ? `! ${count}` : String(count);
  return element;
}
