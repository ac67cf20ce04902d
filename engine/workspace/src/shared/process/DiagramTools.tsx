import { Icon } from '@esocial/ui/components/Icon.tsx';
import { useTranslation } from 'react-i18next';
import type { DiagramZoom } from './diagram-view.ts';

/** Larger, smaller, all of it: what the wheel does, for those without one. */
export function DiagramTools({ onZoom }: { onZoom: (zoom: DiagramZoom) => void }) {
  const { t } = useTranslation('shared');
  return (
    <div className="es-diagram-tools es-no-print">
      <button type="button" className="es-icon-button" aria-label={t('process.zoomIn')} onClick={() => onZoom('in')}>
        <Icon name="plus" />
      </button>
      <button type="button" className="es-icon-button" aria-label={t('process.zoomOut')} onClick={() => onZoom('out')}>
        <Icon name="minus" />
      </button>
      <button type="button" className="es-icon-button" onClick={() => onZoom('whole')}>
        {t('process.whole')}
      </button>
    </div>
  );
}
