import type { CaseDocuments } from '@esocial/contracts/generated/api-cases-documents.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { caseDocuments } from './api/case-documents.ts';

/** The documents of the case, to open. */
export function CaseDocumentList({ caseId }: { caseId: string }) {
  const { t } = useTranslation('cases');
  const format = useFormat();
  const query = useQuery(caseDocuments(caseId));
  return (
    <DataState<CaseDocuments>
      query={query}
      isEmpty={(data) => data.items.length === 0}
      empty={<EmptyState title={t('documents.empty')}>{t('documents.emptyText')}</EmptyState>}
    >
      {(data) => (
        <ul>
          {data.items.map((document) => (
            <li key={document.id} className="es-record-row">
              <a href={`/api/v1/documents/${document.id}/content`} target="_blank" rel="noreferrer">
                <Icon name="document" /> {document.fileName}
              </a>
              <span className="es-faint es-small">
                {format.bytes(document.size)}, {format.dateTime(document.createdAt)}, {document.createdBy}
              </span>
            </li>
          ))}
        </ul>
      )}
    </DataState>
  );
}
