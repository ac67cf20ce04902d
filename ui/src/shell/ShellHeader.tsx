import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Icon } from '../components/Icon.tsx';
import { Mark } from './Mark.tsx';

interface ShellHeaderProps {
  homeHref: string;
  search?: ReactNode;
  tools: ReactNode;
  menuOpen: boolean;
  menuLabel: string;
  onMenu: () => void;
}

/** Mark and name, search, tools. */
export function ShellHeader(props: ShellHeaderProps) {
  const { t } = useTranslation('ui');
  return (
    <header className="es-header">
      <button
        type="button"
        className="es-icon-button es-nav-toggle"
        aria-label={props.menuLabel}
        aria-expanded={props.menuOpen}
        onClick={props.onMenu}
      >
        <Icon name={props.menuOpen ? 'close' : 'menu'} />
      </button>
      <Link href={props.homeHref} className="es-mark" aria-label={`${t('productName')}, ${t('shell.home')}`}>
        <Mark />
        <span>{t('productName')}</span>
      </Link>
      {props.search}
      <div className="es-header-end">{props.tools}</div>
    </header>
  );
}
