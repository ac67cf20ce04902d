import { PageTitle } from '@esocial/ui/components/PageTitle.tsx';
import type { DisplaySettings } from '@esocial/ui/theme/display-settings.ts';
import { useDisplay } from '@esocial/ui/theme/DisplayContext.ts';
import { useTranslation } from 'react-i18next';
import { ChoiceGroup } from './ChoiceGroup.tsx';

const schemes: readonly DisplaySettings['colorScheme'][] = ['auto', 'light', 'dark'];
const densities: readonly DisplaySettings['density'][] = ['comfortable', 'compact'];

/** How this browser shows the product. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const { settings, change } = useDisplay();
  return (
    <div className="es-page es-page-narrow es-stack es-stack-large">
      <PageTitle title={t('title')}>{t('title')}</PageTitle>
      <ChoiceGroup
        legend={t('scheme.legend')}
        value={settings.colorScheme}
        choices={schemes.map((value) => ({ value, label: t(`scheme.${value}`) }))}
        onChoose={(colorScheme) => change({ colorScheme })}
      />
      <ChoiceGroup
        legend={t('density.legend')}
        value={settings.density}
        choices={densities.map((value) => ({ value, label: t(`density.${value}`) }))}
        onChoose={(density) => change({ density })}
      />
      <p className="es-faint">{t('kept')}</p>
    </div>
  );
}
