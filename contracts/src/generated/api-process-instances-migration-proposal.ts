// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * How the elements of one workflow version would map to those of another.
 */
export interface MigrationProposal {
  pairs: {
    processId: string;
    source: string;
    sourceName: string;
    type: string;
    target: string | null;
  }[];
  targets: {
    processId: string;
    elementId: string;
    name: string;
    type: string;
  }[];
}
