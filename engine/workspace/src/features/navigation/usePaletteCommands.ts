import { useDisplay } from '@esocial/ui/theme/DisplayContext.ts';
import type { Command } from '@esocial/ui/palette/match-command.ts';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { links } from '../../shared/links.ts';
import { useMay, useSession } from '../../shared/session/SessionContext.ts';
import { allowedGroups } from './navigation-groups.ts';

/** Everything the palette can open or do. */
export function usePaletteCommands(onHelp: () => void): Command[] {
  const { t } = useTranslation('navigation');
  const [, navigate] = useLocation();
  const { settings, change } = useDisplay();
  const mayStart = useMay('case.start');
  const pages = allowedGroups(useSession(), (key) => t(`entry.${key}`)).flatMap((group) =>
    group.entries.map((entry) => ({
      id: entry.key,
      label: entry.label,
      group: t('palette.pages'),
      keys: `g ${entry.shortcut}`,
      run: () => navigate(entry.href),
    })),
  );
  const dark = settings.colorScheme === 'dark';
  return [
    ...pages,
    ...(mayStart
      ? [{ id: 'start', label: t('palette.start'), group: t('palette.actions'), run: () => navigate(links.start()) }]
      : []),
    {
      id: 'theme',
      label: t(dark ? 'palette.light' : 'palette.dark'),
      group: t('palette.actions'),
      run: () => change({ colorScheme: dark ? 'light' : 'dark' }),
    },
    { id: 'settings', label: t('palette.settings'), group: t('palette.pages'), run: () => navigate(links.settings()) },
    { id: 'keys', label: t('palette.keys'), group: t('palette.actions'), keys: '?', run: onHelp },
  ];
}
