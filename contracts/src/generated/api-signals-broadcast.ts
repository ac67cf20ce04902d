// Generated from contracts/schemas by `npm run contracts`. Do not edit.

/**
 * A signal that was broadcast.
 */
export interface SignalBroadcast {
  id: string;
  /**
   * Instances' subscriptions that it goes to; what it starts comes besides.
   */
  subscriptions: number;
}
