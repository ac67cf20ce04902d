import type { Incident } from '@esocial/contracts/generated/api-incidents-item.ts';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { ProblemMessage } from '@esocial/ui/components/ProblemMessage.tsx';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { failedAgain } from './failed-again.ts';
import type { Retries, RetryResult } from './useRetries.ts';

/** What came of the last retry, beside the list it changed. */
export function RetryOutcome({ retried, open }: { retried: Retries['last']; open: readonly Incident[] }) {
  const { t } = useTranslation('operations');
  if (retried?.error) return <ProblemMessage error={retried.error} />;
  const said = retried && say(retried, open, t);
  return (
    <div role="status">
      {said && (
        <div className={`es-message ${said.warns ? 'es-tone-warning' : 'es-tone-success'}`}>
          <Icon name={said.warns ? 'alert' : 'check'} />
          <p className="es-message-body">{said.text}</p>
        </div>
      )}
    </div>
  );
}

function say({ incident, many }: RetryResult, open: readonly Incident[], t: TFunction) {
  if (many) {
    const again = many.retried.filter((each) => failedAgain(each, open)).length;
    const counts = { count: many.retried.length, again, refused: many.refused };
    return { warns: again + many.refused > 0, text: t('retry.many', counts) };
  }
  if (!incident) return undefined;
  const again = failedAgain(incident, open);
  const names = { step: incident.elementName ?? incident.elementId, number: incident.caseNumber ?? t('noCase') };
  return { warns: again, text: t(again ? 'retry.again' : 'retry.done', names) };
}
