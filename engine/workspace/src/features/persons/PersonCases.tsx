import type { PersonDetail } from '@esocial/contracts/generated/api-persons-detail.ts';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';

/** The cases one may see, and how many more there are. */
export function PersonCases({ cases, otherCases }: Pick<PersonDetail, 'cases' | 'otherCases'>) {
  const { t } = useTranslation(['persons', 'ui']);
  const format = useFormat();
  return (
    <>
      {cases.length === 0 && otherCases === 0 && <p className="es-faint">{t('noCases')}</p>}
      <ul>
        {cases.map((each) => (
          <li key={each.id} className="es-record-row">
            <Link href={links.case(each.id)}>{each.number}</Link>
            <span>{[each.workflow.title, each.stage?.title].filter(Boolean).join(', ')}</span>
            <span className="es-faint es-small">
              {t(`ui:state.${each.status}`)}, {format.date(each.openedAt)}
              {each.managerName && `, ${each.managerName}`}
            </span>
          </li>
        ))}
      </ul>
      {otherCases > 0 && <p className="es-faint">{t('otherCases', { count: otherCases })}</p>}
    </>
  );
}
