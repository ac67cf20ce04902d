import type { ClassifierFile } from '@esocial/contracts/generated/classifier.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { useLanguage } from '@esocial/ui/i18n/useLanguage.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadMore } from '../../../shared/LoadMore.tsx';
import { allItems } from '../../../shared/pages.ts';
import { classifierItems } from '../api/classifier-items.ts';
import { localized } from '../localized.ts';
import { ContentSection } from './ContentSection.tsx';
import { SimpleTable } from '../../../shared/SimpleTable.tsx';

/** The items of a code list, found by a part of code or name. */
export function ClassifierContent({ file, versionId }: { file: ClassifierFile; versionId: string }) {
  const { t } = useTranslation('definitions');
  const language = useLanguage();
  const [text, setText] = useState('');
  const query = useInfiniteQuery(classifierItems(file.key, versionId, useDeferredValue(text.trim())));
  const id = useId();
  return (
    <ContentSection title={t('classifier.items')}>
      <div className="es-field es-no-print es-short-field">
        <label htmlFor={id}>{t('classifier.search')}</label>
        <input
          id={id}
          type="search"
          className="es-input es-input-small"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <DataState
        query={query}
        isEmpty={(data) => allItems(data).length === 0}
        empty={<EmptyState title={t('classifier.empty')} />}
      >
        {(data) => (
          <>
            <SimpleTable
              captionHidden
              caption={t('classifier.items')}
              columns={[t('classifier.code'), t('column.name'), t('classifier.parent')]}
              rows={allItems(data).map((item) => ({
                key: item.code,
                cells: [item.code, localized(item, language), item.parent],
              }))}
            />
            <LoadMore {...query} />
          </>
        )}
      </DataState>
    </ContentSection>
  );
}
