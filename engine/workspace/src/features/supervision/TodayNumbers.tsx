import type { SupervisionSummary } from '@esocial/contracts/generated/api-supervision-summary.ts';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';
import type { TaskState } from './task-states.ts';

const numbers = [
  { key: 'overdue', icon: 'stop' },
  { key: 'atRisk', icon: 'alert' },
  { key: 'unclaimed', icon: 'hourglass' },
] as const;

/** Today's picture: each number opens its list. */
export function TodayNumbers({ summary, current }: { summary: SupervisionSummary; current: TaskState | undefined }) {
  const { t } = useTranslation('supervision');
  const format = useFormat();
  return (
    <nav aria-label={t('today')}>
      <ul className="es-today">
        {numbers.map(({ key, icon }) => (
          <li key={key}>
            <Link
              href={links.supervision({ list: key })}
              className="es-today-number"
              data-state={summary[key] > 0 ? key : 'none'}
              aria-current={current === key ? 'page' : undefined}
            >
              <span className="es-today-count">
                <Icon name={summary[key] > 0 ? icon : 'check'} />
                {format.number(summary[key])}
              </span>
              <span>{t(`state.${key}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
