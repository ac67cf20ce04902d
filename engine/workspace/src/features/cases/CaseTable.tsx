import type { CaseListItem } from '@esocial/contracts/generated/api-cases-item.ts';
import { DeadlineText } from '@esocial/ui/components/DeadlineText.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';
import { PersonLink } from '../../shared/PersonLink.tsx';
import { CaseStatus } from './CaseStatus.tsx';

/** Cases as rows; as cards on a phone. */
export function CaseTable({ cases }: { cases: readonly CaseListItem[] }) {
  const { t } = useTranslation('cases');
  const format = useFormat();
  const columns = ['number', 'person', 'workflow', 'deadline', 'manager', 'opened', 'status'] as const;
  const label = (column: (typeof columns)[number]) => t(`column.${column}`);
  return (
    <table className="es-table es-table-cards">
      <caption className="es-visually-hidden">{t('list.title')}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {label(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cases.map((each) => (
          <tr key={each.id}>
            <th scope="row" className="es-nowrap">
              <Link href={links.case(each.id)}>{each.number}</Link>
            </th>
            <td data-label={label('person')}>{each.person && <PersonLink person={each.person} />}</td>
            <td data-label={label('workflow')}>
              <span>
                {each.workflow.title}
                {each.stage && <span className="es-faint es-small es-block">{each.stage.title}</span>}
              </span>
            </td>
            <td data-label={label('deadline')}>
              {each.nextDeadlineAt && <DeadlineText dueAt={each.nextDeadlineAt} />}
            </td>
            <td data-label={label('manager')}>{each.managerName}</td>
            <td data-label={label('opened')} className="es-numeric">
              {format.date(each.openedAt)}
            </td>
            <td data-label={label('status')}>
              <CaseStatus status={each.status} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
