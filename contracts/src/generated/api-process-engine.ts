// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * Whether the process engine of new cases can be reached. `away`: what is sent is recorded and waits for it.
 */
export interface ProcessEngineStatus {
  engine: 'embedded' | 'zeebe';
  state: 'ready' | 'away';
  commandsWaiting: number;
  oldestCommandSeconds?: number;
  partitions: {
    partitionId: number;
    position: number;
    lagSeconds: number;
  }[];
}
