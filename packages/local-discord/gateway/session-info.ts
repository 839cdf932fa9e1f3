/** A bot's session at the gateway, as it identified. */
export interface SessionInfo {
  readonly id: string;
  /** Gateway intents, as bits. */
  readonly intents: number;
  readonly shard: readonly [id: number, count: number];
  /** The sequence number of the last event. */
  readonly lastSequence: number;
}
