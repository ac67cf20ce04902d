import type { ChosenPair, MigrationTarget } from './migration-mapping.ts';

/** What the tables and diagrams of a mapping work on. */
export interface MappingProps {
  pairs: readonly ChosenPair[];
  targets: readonly MigrationTarget[];
  /** The source element that is being looked at. */
  focused: string | undefined;
  onFocus: (source: string | undefined) => void;
  onChoose: (source: string, target: string) => void;
}
