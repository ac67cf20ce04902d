import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { withQuery } from '../../api/request.ts';
import { definitionKinds, type DefinitionKind } from './kinds.ts';

/** The kinds of definition; changing the kind keeps the day. */
export function KindTabs({ current, at }: { current: DefinitionKind; at: string | undefined }) {
  const { t } = useTranslation('definitions');
  return (
    <nav className="es-tabs" aria-label={t('kinds')}>
      {definitionKinds.map((kind) => (
        <Link
          key={kind}
          href={withQuery('/definitions', { kind, at })}
          className="es-tab"
          aria-current={kind === current ? 'page' : undefined}
        >
          {t(`kind.${kind}`)}
        </Link>
      ))}
    </nav>
  );
}
