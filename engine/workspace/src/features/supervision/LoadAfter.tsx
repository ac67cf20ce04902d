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
  const { t } = useTranslation(['supervision', 'ui']);
  const max = totalOf(after);
  return (
    <table className="es-table es-load-after">
      <caption>{t('after.title', { name })}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('load.bar')}</th>
          {loadStates.map((state) => (
            <th key={state} scope="col" className="es-table-number">
              {t(`ui:deadline.${state}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[
          { key: 'now', load: before },
          { key: 'then', load: after },
        ].map(({ key, load }) => (
          <tr key={key}>
            <th scope="row">{t(`after.${key}`)}</th>
            <td>
              <StackedBar
                max={max}
                parts={loadStates.map((state) => ({
                  key: state,
                  label: t(`ui:deadline.${state}`),
                  value: load[state],
                }))}
              />
            </td>
            {loadStates.map((state) => (
              <td key={state} className="es-table-number">
                {load[state]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
