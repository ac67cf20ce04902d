import { StackedBar } from '@esocial/ui/components/StackedBar.tsx';
import { useTranslation } from 'react-i18next';
import { loadStates, totalOf, type Load } from './load.ts';

interface LoadAfterProps {
  name: string;
  before: Load;
  after: Load;
}

/** A colleague's load now and after the change, before it is done. */
export function LoadAfter({ name, before, after }: LoadAfterProps) {
  const { t } = useTranslation('supervision');
  const max = totalOf(after);
  return (
    <section className="es-stack es-stack-small" aria-live="polite">
      <p className="es-strong">{t('after.title', { name })}</p>
      <LoadLine label={t('after.now')} load={before} max={max} />
      <LoadLine label={t('after.then')} load={after} max={max} />
    </section>
  );
}

function LoadLine({ label, load, max }: { label: string; load: Load; max: number }) {
  const { t } = useTranslation('ui');
  const parts = loadStates.map((key) => ({ key, label: t(`deadline.${key}`), value: load[key] }));
  return (
    <div className="es-stack es-stack-tight" role="group" aria-label={label}>
      <span aria-hidden="true">{label}</span>
      <StackedBar max={max} parts={parts} />
      <span className="es-small es-faint" aria-hidden="true">
        {parts.map((part) => `${part.label}: ${part.value}`).join(', ')}
      </span>
    </div>
  );
}
