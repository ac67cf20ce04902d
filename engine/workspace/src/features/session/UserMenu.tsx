import { Menu } from '@esocial/ui/components/Menu.tsx';
import { initials } from '@esocial/ui/shell/initials.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';
import { useSession } from '../../shared/session/SessionContext.ts';
import { signOut } from './api/sign-out.ts';

/** The person with role and office; settings and the way out. */
export function UserMenu() {
  const { t } = useTranslation('session');
  const { user } = useSession();
  const roles = user.roles.map((role) => role.title).join(', ');
  return (
    <Menu
      label={t('user.menu', { name: user.displayName })}
      trigger={
        <>
          <span className="es-avatar" aria-hidden="true">
            {initials(user.displayName)}
          </span>
          <span className="es-who" aria-hidden="true">
            <span className="es-strong">{user.displayName}</span>
            <span className="es-faint es-small">{roles}</span>
          </span>
        </>
      }
    >
      {(close) => (
        <>
          <div className="es-menu-note">
            <strong>{user.displayName}</strong>
            <span>{roles}</span>
            <span className="es-faint">{user.institution.name}</span>
          </div>
          <Link href={links.settings()} className="es-menu-item" onClick={close}>
            {t('user.settings')}
          </Link>
          <button type="button" className="es-menu-item" onClick={() => void signOut()}>
            {t('user.signOut')}
          </button>
        </>
      )}
    </Menu>
  );
}
