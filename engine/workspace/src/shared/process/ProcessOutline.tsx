import type { WorkflowDetail } from '@esocial/contracts/generated/api-workflows-detail.ts';
import { StateBadge, type Tone } from '@esocial/ui/components/StateBadge.tsx';
import { useTranslation } from 'react-i18next';
import type { ProcessProgress } from './diagram-picture.ts';
import { outlineRows } from './outline-rows.ts';

const tones: Record<'incident' | 'active' | 'completed' | 'ahead', Tone> = {
  incident: 'danger',
  active: 'info',
  completed: 'success',
  ahead: 'neutral',
};

/** The same as the diagram, as a table. */
export function ProcessOutline({ workflow, instance }: { workflow: WorkflowDetail; instance: ProcessProgress }) {
  const { t } = useTranslation('shared');
  return (
    <table className="es-table es-table-cards">
      <caption className="es-visually-hidden">{t('process.outline')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('process.step')}</th>
          <th scope="col">{t('process.stage')}</th>
          <th scope="col">{t('process.state')}</th>
        </tr>
      </thead>
      <tbody>
        {outlineRows(workflow, instance).map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.name}</th>
            <td data-label={t('process.stage')}>{row.stage}</td>
            <td data-label={t('process.state')}>
              <StateBadge tone={tones[row.state]}>{t(`process.${row.state}`)}</StateBadge>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
