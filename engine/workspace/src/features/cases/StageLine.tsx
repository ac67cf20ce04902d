import type { CaseDetail } from '@esocial/contracts/generated/api-cases-detail.ts';
import { Icon } from '@esocial/ui/components/Icon.tsx';
import { useFormat } from '@esocial/ui/i18n/useFormat.ts';
import { useTranslation } from 'react-i18next';

/** The stages of the procedure as a line of steps with their dates. */
export function StageLine({ stages }: { stages: CaseDetail['stages'] }) {
  const { t } = useTranslation('shared');
  const format = useFormat();
  const word = (state: CaseDetail['stages'][number]['state']) => t(`stage.${state}`);
  return (
    <ol className="es-stages">
      {stages.map((stage) => (
        <li
          key={stage.key}
          className="es-stage"
          data-state={stage.state}
          aria-current={stage.state === 'current' ? 'step' : undefined}
        >
          <span className="es-stage-dot" aria-hidden="true">
            {stage.state === 'done' && <Icon name="check" />}
          </span>
          <span>
            <span className="es-stage-title">{stage.title}</span>
            <span className="es-stage-note">{stage.at ? format.date(stage.at) : word(stage.state)}</span>
            {stage.at && <span className="es-visually-hidden">, {word(stage.state)}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
