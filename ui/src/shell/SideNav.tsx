import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Icon } from '../components/Icon.tsx';
import type { IconName } from '../components/icon-paths.ts';

export interface NavigationEntry {
  href: string;
  label: string;
  icon: IconName;
}

export interface NavigationGroup {
  key: string;
  entries: readonly NavigationEntry[];
}

interface SideNavProps {
  groups: readonly NavigationGroup[];
  path: string;
  open: boolean;
  /** An entry was chosen, perhaps the one that is open already. */
  onChoose?: () => void;
}

const isCurrent = (href: string, path: string) => path === href || path.startsWith(`${href}/`);

/** What the person's role does; on a phone it opens over the page. */
export function SideNav({ groups, path, open, onChoose }: SideNavProps) {
  const { t } = useTranslation('ui');
  return (
    <nav className="es-side" aria-label={t('shell.navigation')} data-open={open}>
      <div className="es-side-sticky">
        {groups.map((group) => (
          <ul key={group.key} className="es-side-group">
            {group.entries.map((entry) => (
              <li key={entry.href}>
                <Link
                  href={entry.href}
                  className="es-side-link"
                  aria-current={isCurrent(entry.href, path) ? 'page' : undefined}
                  onClick={onChoose}
                >
                  <Icon name={entry.icon} />
                  {entry.label}
                </Link>
              </li>
            ))}
          </ul>
        ))}
      </div>
    </nav>
  );
}
