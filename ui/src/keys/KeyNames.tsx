import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';

/** The keys of a shortcut as keycaps. */
export function KeyNames({ keys }: { keys: string }) {
  const { t } = useTranslation('ui');
  return (
    <span className="es-nowrap">
      {keys.split(' ').map((chord, index) => (
        <Fragment key={chord}>
          {index > 0 && <span className="es-faint"> {t('keys.then')} </span>}
          {chord.split('+').map((key, position) => (
            <Fragment key={key}>
              {position > 0 && ' '}
              <kbd>{key}</kbd>
            </Fragment>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
