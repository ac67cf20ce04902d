import { StateBadge, type Tone } from '@esocial/ui/components/StateBadge.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MigrationResult } from '../api/migration-results.ts';
import { operationsLinks } from '../operations-links.ts';
import { SimpleTable } from '../../../shared/SimpleTable.tsx';
import { MigrationNotes } from './MigrationNotes.tsx';

const tones: Record<MigrationResult['outcome'], Tone> = {
  pending: 'info',
  possible: 'success',
  migrated: 'success',
  refused: 'danger',
};

interface MigrationResultTableProps {
  results: readonly MigrationResult[];
  nameOf: (elementId: string) => string;
}

/** Each instance with what the migration comes to for it, and why. */
export function MigrationResultTable({ results, nameOf }: MigrationResultTableProps) {
  const { t } = useTranslation('operations');
  return (
    <SimpleTable
      caption={t('results.caption')}
      captionHidden
      columns={[t('results.case'), t('results.outcome'), t('results.notes')]}
      rows={results.map((result) => ({
        key: result.instanceId,
        cells: [
          <Link key="case" href={operationsLinks.instance(result.instanceId)}>
            {result.caseNumber}
          </Link>,
          <StateBadge key="outcome" tone={tones[result.outcome]}>
            {t(`outcome.${result.outcome}`)}
          </StateBadge>,
          <MigrationNotes key="notes" result={result} nameOf={nameOf} />,
        ],
      }))}
    />
  );
}
