import type { MigrationProposal } from '@esocial/contracts/generated/api-process-instances-migration-proposal.ts';
import { DataState } from '@esocial/ui/components/DataState.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { migrationProposal } from '../api/migration-proposal.ts';
import { MappingDiagrams } from './MappingDiagrams.tsx';
import { MappingSection } from './MappingSection.tsx';
import { chosenPairs, toMapping, type ChosenTargets } from './migration-mapping.ts';
import { MigrationTrial } from './MigrationTrial.tsx';

export interface PlannedMigration {
  workflow: string;
  source: string;
  target: string;
  /** Undefined: all that run of the source version. */
  ids?: readonly string[];
}

interface MigrationDeskProps {
  migration: PlannedMigration;
  numbers: { source: number; target: number };
}

/** The mapping, side by side and to be changed; below it the trial and the deed. */
export function MigrationDesk({ migration, numbers }: MigrationDeskProps) {
  const query = useQuery(migrationProposal(migration.source, migration.target));
  const [chosen, setChosen] = useState<ChosenTargets>({});
  const [focused, setFocused] = useState<string>();
  const choose = (source: string, target: string) => setChosen((before) => ({ ...before, [source]: target }));
  return (
    <DataState<MigrationProposal> query={query} skeletonRows={8}>
      {({ pairs: proposed, targets }) => {
        const pairs = chosenPairs(proposed, chosen);
        const mapping = toMapping(proposed, chosen);
        return (
          <>
            <MappingSection pairs={pairs} targets={targets} focused={focused} onFocus={setFocused} onChoose={choose} />
            <MappingDiagrams
              migration={migration}
              numbers={numbers}
              pairs={pairs}
              targets={targets}
              focused={focused}
              onFocus={setFocused}
              onChoose={choose}
            />
            <MigrationTrial key={JSON.stringify(mapping)} migration={migration} mapping={mapping} />
          </>
        );
      }}
    </DataState>
  );
}
