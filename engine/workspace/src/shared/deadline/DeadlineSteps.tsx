import type { DeadlineStep } from '@esocial/contracts/generated/api-deadlines-view.ts';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';

/** The days a deadline went through: counted, weekend, holiday, end. */
export function DeadlineSteps({ steps }: { steps: readonly DeadlineStep[] }) {
  const { t } = useTranslation('shared');
  const format = useFormat();
  return (
    <ol className="es-deadline-steps">
      {steps.map((step, index) => (
        <li key={`${step.date ?? step.at ?? ''}${step.code}${index}`} data-code={step.code}>
          <span className="es-numeric es-nowrap">{when(step, format)}</span>
          <span>{t(`deadline.step.${step.code}`, { title: stepTitle(step), day: stepDay(step) })}</span>
        </li>
      ))}
    </ol>
  );
}

function when(step: DeadlineStep, format: ReturnType<typeof useFormat>): string {
  if (step.at) return format.dateTime(step.at);
  return step.date ? `${format.date(step.date)}, ${format.weekday(step.date)}` : '';
}

function stepTitle(step: DeadlineStep): string {
  const title = step.params?.['title'] ?? step.params?.['name'];
  return typeof title === 'string' ? title : '';
}

function stepDay(step: DeadlineStep): number {
  const day = step.params?.['number'] ?? step.params?.['day'] ?? step.params?.['count'];
  return typeof day === 'number' ? day : 0;
}
