import type { Language } from '../access/actor.ts';

/** The best of our languages for an Accept-Language header; Romanian when it names none of them. */
export function chooseLanguage(header: string | undefined): Language {
  const wishes = (header ?? '')
    .split(',')
    .map((wish, index) => ({ ...parseWish(wish), index }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  for (const { tag, weight } of wishes) {
    if (weight > 0 && (tag === 'ro' || tag === 'ru' || tag === 'en')) return tag;
    if (weight > 0 && tag === 'mo') return 'ro';
  }
  return 'ro';
}

function parseWish(wish: string): { tag: string; weight: number } {
  const [range = '', quality] = wish.trim().split(/\s*;\s*q=/);
  const weight = quality === undefined ? 1 : Number(quality);
  return { tag: range.toLowerCase().split('-')[0] ?? '', weight: Number.isFinite(weight) ? weight : 0 };
}
