import type { Incident } from '@esocial/contracts/generated/api-incidents-item.ts';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { ProblemMessage } from '@esocial/ui/components/ProblemMessage.tsx';
import { useTranslation } from 'react-i18next';
import { failedAgain } from './failed-again.ts';
import type { Retries } from './useRetries.ts';

/** What came of the last retry, beside the list it changed. */
export function RetryOutcome({ retried, open }: { retried: Retries['last']; open: readonly Incident[] }) {
  const { t } = useTranslation('operations');
  if (retried?.error) return <ProblemMessage error={retried.error} />;
  const again = retried && failedAgain(retried.incident, open);
  return (
    <div role="status">
      {retried && (
        <div className={`es-message ${again ? 'es-tone-warning' : 'es-tone-success'}`}>
          <Icon name={again ? 'alert' : 'check'} />
          <p className="es-message-body">
            {t(again ? 'retry.again' : 'retry.done', {
              step: retried.incident.elementName ?? retried.incident.elementId,
              number: retried.incident.caseNumber ?? t('noCase'),
            })}
          </p>
        </div>
      )}
    </div>
  );
}
