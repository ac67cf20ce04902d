import { useTranslation } from 'react-i18next';
import { CopyButton } from './CopyButton.tsx';
import { Icon } from './Icon.tsx';
import { PageTitle } from './PageTitle.tsx';
import { problemOf, problemTexts } from './problem.ts';

interface ProblemMessageProps {
  error: unknown;
  onRetry?: (() => void) | undefined;
  /** It stands in place of the page, so it names the tab and is the page's heading. */
  wholePage?: boolean;
}

/** What happened, what is safe, what to do, and a reference number to copy. */
export function ProblemMessage({ error, onRetry, wholePage = false }: ProblemMessageProps) {
  const { t } = useTranslation('ui');
  const problem = problemOf(error);
  const texts = problemTexts(problem);
  const known = problem.status === 0 || problem.status >= 500;
  return (
    <div className="es-message es-tone-danger" role="alert">
      <Icon name="stop" />
      <div className="es-message-body es-stack es-stack-small">
        {wholePage ? <PageTitle title={t(texts.title)}>{t(texts.title)}</PageTitle> : <strong>{t(texts.title)}</strong>}
        <p>{known ? t(texts.detail) : (problem.detail ?? t(texts.detail))}</p>
        {problem.traceId && (
          <p className="es-small es-row">
            <span>{t('problem.reference', { traceId: problem.traceId })}</span>
            <CopyButton text={problem.traceId} />
          </p>
        )}
        {onRetry && (
          <div>
            <button type="button" className="es-link-button" onClick={onRetry}>
              {t('data.retry')}
            </button>
          </div>
        )}
      </div>
    </div>
  );
}
