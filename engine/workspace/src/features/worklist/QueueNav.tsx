import type { TaskCounters } from '@esocial/contracts/generated/api-tasks-counters.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { links } from '../../shared/links.ts';
import { queues, type Queue } from './queues.ts';

/** The queues with how much waits in each. */
export function QueueNav({ current, counters }: { current: Queue; counters: TaskCounters | undefined }) {
  const { t } = useTranslation('worklist');
  return (
    <nav className="es-queues" aria-label={t('queues')}>
      <ul>
        {queues.map((queue) => {
          const counter = queue === 'done' ? undefined : counters?.[queue];
          return (
            <li key={queue}>
              <Link
                href={links.tasks({ queue })}
                className="es-queue"
                aria-current={queue === current ? 'page' : undefined}
                data-alarm={queue === 'overdue' && (counter?.count ?? 0) > 0}
              >
                <span className="es-grow">{t(`queue.${queue}`)}</span>
                {counter && (
                  <span className="es-queue-count" aria-label={t('waiting', { count: counter.count })}>
                    {counter.count}
                    {counter.capped && '+'}
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
