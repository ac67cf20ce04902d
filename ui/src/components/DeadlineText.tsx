import { useFormat } from '../i18n/useFormat.ts';
import { useDeadlineWords, type Remaining } from './useDeadlineWords.ts';
import { useNow } from './useNow.ts';

/** When something is due, in words; the exact instant is in the title. */
export function DeadlineText({ dueAt, remaining }: { dueAt: string; remaining?: Remaining }) {
  const now = useNow();
  const words = useDeadlineWords();
  const format = useFormat();
  return (
    <time dateTime={dueAt} title={`${format.weekday(dueAt)}, ${format.dateTime(dueAt)}`}>
      {words(dueAt, now, remaining)}
    </time>
  );
}
