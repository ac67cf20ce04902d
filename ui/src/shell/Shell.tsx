import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SideNav, type NavigationGroup } from './SideNav.tsx';
import { ShellHeader } from './ShellHeader.tsx';
import { SkipLink } from './SkipLink.tsx';
import { TopBar } from './TopBar.tsx';

interface ShellProps {
  homeHref: string;
  navigation: readonly NavigationGroup[];
  /** The address's path, which tells the current entry. */
  path: string;
  search?: ReactNode;
  /** Language, notifications and the person, at the right of the header. */
  tools: ReactNode;
  bars: readonly { key: string; tone: 'danger' | 'warning' | 'info'; content: ReactNode }[];
  children: ReactNode;
}

/** The frame of every page: bars that must be known, header, navigation, content. */
export function Shell({ homeHref, navigation, path, search, tools, bars, children }: ShellProps) {
  const { t } = useTranslation('ui');
  const [openAt, setOpenAt] = useState<string>();
  const open = openAt === path;
  return (
    <>
      <SkipLink />
      {bars.map((bar) => (
        <TopBar key={bar.key} tone={bar.tone}>
          {bar.content}
        </TopBar>
      ))}
      <ShellHeader
        homeHref={homeHref}
        search={search}
        tools={tools}
        menuOpen={open}
        menuLabel={t(open ? 'shell.closeMenu' : 'shell.menu')}
        onMenu={() => setOpenAt(open ? undefined : path)}
      />
      <div className="es-body">
        <SideNav groups={navigation} path={path} open={open} onChoose={() => setOpenAt(undefined)} />
        <main id="content" className="es-main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </>
  );
}
