import { CommandPalette } from '@esocial/ui/palette/CommandPalette.tsx';
import type { Language } from '@esocial/ui/i18n/language.ts';
import { KeyHelp } from '@esocial/ui/keys/KeyHelp.tsx';
import { useShortcuts } from '@esocial/ui/keys/useShortcuts.ts';
import { LanguageMenu } from '@esocial/ui/shell/LanguageMenu.tsx';
import { Shell } from '@esocial/ui/shell/Shell.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { HeaderSearch } from '../features/navigation/HeaderSearch.tsx';
import { allowedGroups } from '../features/navigation/navigation-groups.ts';
import { usePaletteCommands } from '../features/navigation/usePaletteCommands.ts';
import { useSearchCommands } from '../features/navigation/useSearchCommands.ts';
import { NotificationsButton } from '../features/notifications/NotificationsButton.tsx';
import { SessionGuard } from '../features/session/SessionGuard.tsx';
import { UserMenu } from '../features/session/UserMenu.tsx';
import { useSession } from '../shared/session/SessionContext.ts';
import { Pages } from './Pages.tsx';
import { useTopBars } from './useTopBars.ts';

/** The whole product for somebody who is signed in. */
export function SignedInApp({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const { t } = useTranslation(['navigation', 'ui']);
  const [path, navigate] = useLocation();
  const [overlay, setOverlay] = useState<'palette' | 'keys'>();
  const groups = allowedGroups(useSession(), (key) => t(`entry.${key}`));
  const openPalette = () => setOverlay('palette');
  useShortcuts('everywhere', [
    { keys: '/', label: t('ui:keys.search'), run: openPalette },
    { keys: 'Ctrl+K', label: t('ui:keys.palette'), run: openPalette },
    { keys: '?', label: t('ui:keys.help'), run: () => setOverlay('keys') },
    ...groups.flatMap((group) =>
      group.entries.map((entry) => ({
        keys: `g ${entry.shortcut}`,
        label: t('go', { page: entry.label }),
        run: () => navigate(entry.href),
      })),
    ),
  ]);
  const commands = usePaletteCommands(() => setOverlay('keys'));
  const searchCommands = useSearchCommands();
  return (
    <>
      <Shell
        homeHref="/"
        navigation={groups}
        path={path}
        search={<HeaderSearch onOpen={openPalette} />}
        bars={useTopBars()}
        tools={
          <>
            <NotificationsButton />
            <LanguageMenu onChoose={onLanguage} />
            <UserMenu />
          </>
        }
      >
        <Pages />
      </Shell>
      {overlay === 'palette' && (
        <CommandPalette commands={commands} onSearch={searchCommands} onClose={() => setOverlay(undefined)} />
      )}
      {overlay === 'keys' && <KeyHelp onClose={() => setOverlay(undefined)} />}
      <SessionGuard />
    </>
  );
}
