import type { CalendarFile } from '@esocial/contracts/generated/calendar.ts';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useLanguage } from '@esocial/ui/i18n/useLanguage.ts';
import { useTranslation } from 'react-i18next';
import { localized } from '../localized.ts';
import { ContentSection } from './ContentSection.tsx';
import { SimpleTable } from '../../../shared/SimpleTable.tsx';

// 1 January 2024 was a Monday.
const dayOf = (isoWeekday: number) => `2024-01-0${isoWeekday}`;

/** Working days and hours, holidays and working days moved. */
export function CalendarContent({ file }: { file: CalendarFile }) {
  const { t } = useTranslation('definitions');
  const format = useFormat();
  const language = useLanguage();
  const columns = [t('calendar.date'), t('calendar.weekday'), t('column.name')];
  const row = (date: string, name: string) => ({
    key: `${date} ${name}`,
    cells: [format.date(date), format.weekday(date), name],
  });
  return (
    <>
      <ContentSection title={t('calendar.title')}>
        <dl className="es-facts es-short-facts">
          <dt>{t('calendar.workingDays')}</dt>
          <dd>{format.list(file.workingDays.map((day) => format.weekday(dayOf(day))))}</dd>
          <dt>{t('calendar.workingHours')}</dt>
          <dd>{`${file.workingHours.from} – ${file.workingHours.to}`}</dd>
        </dl>
      </ContentSection>
      {file.extraWorkingDays.length > 0 && (
        <ContentSection title={t('calendar.extra')}>
          <SimpleTable
            captionHidden
            caption={t('calendar.extra')}
            columns={columns}
            rows={file.extraWorkingDays.map(({ date, reason }) => row(date, reason))}
          />
        </ContentSection>
      )}
      <ContentSection title={t('calendar.holidays')}>
        <SimpleTable
          captionHidden
          caption={t('calendar.holidays')}
          columns={columns}
          rows={[...file.holidays].reverse().map(({ date, name }) => row(date, localized(name, language)))}
        />
      </ContentSection>
    </>
  );
}
