import { Icon } from '@esocial/ui/components/Icon.tsx';
import { useTranslation } from 'react-i18next';

/** Looks like a search box and opens the palette, which searches everything. */
export function HeaderSearch({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation('navigation');
  return (
    <div className="es-header-search">
      <Icon name="search" />
      <button type="button" className="es-input" onClick={onOpen} aria-label={t('search')}>
        {t('search')}
      </button>
      <kbd aria-hidden="true">/</kbd>
    </div>
  );
}
