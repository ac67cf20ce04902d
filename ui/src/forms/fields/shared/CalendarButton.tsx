import { isCalendarDate } from '@esocial/form-core/calendar-date.ts';
import type { Json } from '@esocial/form-core/json.ts';
import { useRef } from 'react';
import { useFormContext } from '../../runtime/form-context.ts';

/** Opens the calendar of the browser; the text field beside it stays the way by keyboard. */
export function CalendarButton({
  label,
  value,
  onPick,
}: {
  label: string;
  value: Json | undefined;
  onPick: (date: string | undefined) => void;
}) {
  const { t } = useFormContext();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <span className="es-calendar es-no-print">
      <button
        type="button"
        className="es-icon-button"
        aria-label={t('date.open', { label })}
        onClick={() => picker.current?.showPicker?.()}
      >
        <svg
          className="es-icon"
          viewBox="0 0 24 24"
          aria-hidden="true"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
        >
          <path d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4" />
        </svg>
      </button>
      <input
        ref={picker}
        type="date"
        className="es-calendar-picker"
        tabIndex={-1}
        aria-hidden="true"
        value={typeof value === 'string' && isCalendarDate(value) ? value : ''}
        onChange={({ target }) => onPick(target.value === '' ? undefined : target.value)}
      />
    </span>
  );
}
