import type { CaseNotes } from '@esocial/contracts/generated/api-cases-notes.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { EmptyState } from '@esocial/ui/components/EmptyState.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { caseNotes } from './api/case-notes.ts';
import { NoteForm } from './NoteForm.tsx';

/** Notes of the colleagues, the newest first. */
export function CaseNoteList({ caseId, mayAdd }: { caseId: string; mayAdd: boolean }) {
  const { t } = useTranslation('cases');
  const format = useFormat();
  const query = useQuery(caseNotes(caseId));
  return (
    <div className="es-stack es-page-narrow">
      {mayAdd && <NoteForm caseId={caseId} />}
      <DataState<CaseNotes>
        query={query}
        isEmpty={(data) => data.items.length === 0}
        empty={<EmptyState title={t('notes.empty')}>{t('notes.emptyText')}</EmptyState>}
      >
        {(data) => (
          <ul>
            {data.items.map((note) => (
              <li key={note.id} className="es-record-row">
                <p className="es-pre">{note.text}</p>
                <span className="es-faint es-small">
                  {note.author.displayName}, {format.dateTime(note.createdAt)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </DataState>
    </div>
  );
}
