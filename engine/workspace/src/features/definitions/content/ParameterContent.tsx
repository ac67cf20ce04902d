import type { ParameterFile } from '@esocial/contracts/generated/parameter.ts';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { LegalBasisList } from '../LegalBasisList.tsx';
import { ContentSection } from './ContentSection.tsx';
import { SimpleTable } from '../../../shared/SimpleTable.tsx';

/** The values that the law set, newest first. */
export function ParameterContent({ file }: { file: ParameterFile }) {
  const { t } = useTranslation('definitions');
  const format = useFormat();
  const values = [...file.values].sort((left, right) => right.validFrom.localeCompare(left.validFrom));
  return (
    <ContentSection title={t('parameter.values')}>
      <SimpleTable
        captionHidden
        caption={t('parameter.values')}
        columns={[t('column.from'), t('parameter.value'), t('column.legalBasis')]}
        rows={values.map(({ validFrom, value, ...basis }) => ({
          key: validFrom,
          cells: [
            format.date(validFrom),
            t(`unit.${file.unit}`, { count: value }),
            <LegalBasisList key="basis" basis={[basis]} />,
          ],
        }))}
      />
    </ContentSection>
  );
}
