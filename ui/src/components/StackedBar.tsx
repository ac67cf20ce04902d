export interface BarPart {
  key: 'onTime' | 'atRisk' | 'overdue';
  label: string;
  value: number;
}

/** A bar of parts against `max`; the figures are read from its label and stand beside it as text. */
export function StackedBar({ parts, max }: { parts: readonly BarPart[]; max: number }) {
  const label = parts.map((part) => `${part.label}: ${part.value}`).join(', ');
  return (
    <div className="es-bar" role="img" aria-label={label}>
      {parts
        .filter((part) => part.value > 0)
        .map((part) => (
          <span
            key={part.key}
            className={`es-bar-${part.key}`}
            style={{ width: `${(part.value / Math.max(max, 1)) * 100}%` }}
          />
        ))}
    </div>
  );
}
