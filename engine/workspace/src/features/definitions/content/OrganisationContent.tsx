import type { OrganisationFile } from '@esocial/contracts/generated/organisation.ts';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { ContentSection } from './ContentSection.tsx';
import { SimpleTable } from '../../../shared/SimpleTable.tsx';

/** The offices with what they belong to and their teams. */
export function OrganisationContent({ file }: { file: OrganisationFile }) {
  const { t } = useTranslation('definitions');
  const format = useFormat();
  const nameOf = (key: string | null | undefined) => file.institutions.find((each) => each.key === key)?.name;
  return (
    <ContentSection title={t('organisation.title')}>
      <SimpleTable
        captionHidden
        caption={t('organisation.title')}
        columns={[t('column.name'), t('organisation.parent'), t('organisation.teams')]}
        rows={file.institutions.map((institution) => ({
          key: institution.key,
          cells: [institution.name, nameOf(institution.parent), format.list(institution.teams.map(({ name }) => name))],
        }))}
      />
    </ContentSection>
  );
}
