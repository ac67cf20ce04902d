import { Button } from '@mantine/core';
import { ProblemMessage } from '@esocial/ui/components/ProblemMessage.tsx';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddNote } from './api/case-notes.ts';

/** Writes a note; it cannot be changed afterwards, only added to. */
export function NoteForm({ caseId }: { caseId: string }) {
  const { t } = useTranslation('cases');
  const [text, setText] = useState('');
  const add = useAddNote(caseId);
  const id = useId();
  return (
    <form
      className="es-stack es-stack-small es-no-print"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) add.mutate(text.trim(), { onSuccess: () => setText('') });
      }}
    >
      <div className="es-field">
        <label htmlFor={id}>{t('notes.label')}</label>
        <textarea
          id={id}
          className="es-input"
          maxLength={5000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {add.error && <ProblemMessage error={add.error} />}
      <div>
        <Button type="submit" loading={add.isPending} disabled={!text.trim()}>
          {t('notes.add')}
        </Button>
      </div>
    </form>
  );
}
