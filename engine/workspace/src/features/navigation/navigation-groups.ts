import type { NavigationEntry } from '@esocial/ui/shell/SideNav.tsx';
import { links } from '../../shared/links.ts';
import { mayDo, type Session } from '../../shared/session/session.ts';

interface Entry extends Omit<NavigationEntry, 'label'> {
  key: string;
  action: string;
  /** The second key after `g`. */
  shortcut: string;
}

const groups: { key: string; entries: Entry[] }[] = [
  {
    key: 'work',
    entries: [
      { key: 'tasks', href: links.tasks(), icon: 'tasks', action: 'task.list', shortcut: 't' },
      { key: 'cases', href: links.cases(), icon: 'cases', action: 'case.read', shortcut: 'c' },
      { key: 'persons', href: links.persons(), icon: 'persons', action: 'person.search', shortcut: 'p' },
      { key: 'supervision', href: links.supervision(), icon: 'chart', action: 'supervision.read', shortcut: 's' },
    ],
  },
  {
    key: 'rules',
    entries: [
      { key: 'definitions', href: links.definitions(), icon: 'book', action: 'release.read', shortcut: 'd' },
      { key: 'releases', href: links.releases(), icon: 'release', action: 'release.read', shortcut: 'r' },
    ],
  },
  {
    key: 'running',
    entries: [
      { key: 'operations', href: links.operations(), icon: 'flow', action: 'incident.read', shortcut: 'o' },
      { key: 'audit', href: links.audit(), icon: 'audit', action: 'audit.read', shortcut: 'a' },
    ],
  },
];

export interface AllowedEntry extends NavigationEntry {
  key: string;
  shortcut: string;
}

export interface AllowedGroup {
  key: string;
  entries: AllowedEntry[];
}

/** The entries that the person's role has a use for, group by group. */
export function allowedGroups(session: Session, label: (key: string) => string): AllowedGroup[] {
  return groups
    .map((group) => ({
      key: group.key,
      entries: group.entries
        .filter((entry) => mayDo(session, entry.action))
        .map(({ key, href, icon, shortcut }) => ({ key, href, icon, shortcut, label: label(key) })),
    }))
    .filter((group) => group.entries.length > 0);
}

/** Where the person's day begins. */
export function homeOf(session: Session): string {
  if (mayDo(session, 'supervision.read')) return links.supervision();
  if (mayDo(session, 'task.list')) return links.tasks();
  return allowedGroups(session, (key) => key)[0]?.entries[0]?.href ?? links.settings();
}
