import { useTranslation } from 'react-i18next';
import { dividePairs } from './migration-mapping.ts';
import type { MappingProps } from './mapping-props.ts';
import { MappingTable } from './MappingTable.tsx';

/** What each step becomes: first what a person should look at, then what goes over by itself. */
export function MappingSection({ pairs, ...props }: MappingProps) {
  const { t } = useTranslation('operations');
  const { toSee, plain } = dividePairs(pairs);
  return (
    <section className="es-stack" aria-labelledby="mapping-title">
      <h2 id="mapping-title">{t('mapping.title')}</h2>
      <p className="es-faint">{t('mapping.hint')}</p>
      {toSee.length === 0 ? (
        <p>{t('mapping.allPlain')}</p>
      ) : (
        <MappingTable caption={t('mapping.toSee')} pairs={toSee} {...props} />
      )}
      {plain.length > 0 && (
        <details>
          <summary>{t('mapping.plain', { count: plain.length })}</summary>
          <MappingTable caption={t('mapping.plain', { count: plain.length })} pairs={plain} {...props} />
        </details>
      )}
    </section>
  );
}
