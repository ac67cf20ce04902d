import type { RoleFile } from '@esocial/contracts/generated/role.ts';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useLanguage } from '@esocial/ui/i18n/useLanguage.ts';
import { useTranslation } from 'react-i18next';
import { localized } from '../localized.ts';
import { ContentSection } from './ContentSection.tsx';
import { SimpleTable } from '../../../shared/SimpleTable.tsx';

/** What a role may do, to which objects, seeing which data. */
export function RoleContent({ file }: { file: RoleFile }) {
  const { t, i18n } = useTranslation('definitions');
  const format = useFormat();
  const language = useLanguage();
  const inWords = (action: string) => {
    const text = `role.may.${action.replaceAll('.', '_')}`;
    return i18n.exists(text, { ns: 'definitions' }) ? t(text) : <code key="action">{action}</code>;
  };
  return (
    <ContentSection title={t('role.title')}>
      {file.description && <p>{localized(file.description, language)}</p>}
      <SimpleTable
        captionHidden
        caption={t('role.title')}
        columns={[t('role.action'), t('role.relation'), t('role.classes')]}
        rows={file.permissions.map(({ action, relation, classes }) => ({
          key: `${action} ${relation}`,
          cells: [
            inWords(action),
            t(`role.to.${relation}`),
            classes && format.list(classes.map((each) => t(`role.class.${each}`))),
          ],
        }))}
      />
    </ContentSection>
  );
}
