import type { Incident } from '@esocial/contracts/generated/api-incidents-item.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../../shared/links.ts';
import { useMay } from '../../../shared/session/SessionContext.ts';

/** The number of the incident's case; a link for those who may open cases. */
export function CaseNumber({ incident }: { incident: Incident }) {
  const { t } = useTranslation('operations');
  const mayOpen = useMay('case.read');
  if (!incident.caseId || !mayOpen) return <>{incident.caseNumber ?? t('noCase')}</>;
  return <Link href={links.case(incident.caseId, 'process')}>{incident.caseNumber}</Link>;
}
