import { SimpleShardingStrategy } from 'discord.js';

/**
 * Connects as discord.js does by default, but does not let a log-in fail because the gateway turned
 * the first connection away. discord.js goes on trying in the background even then, so a second
 * log-in would answer everything twice. Whether it worked is told by the client's events: ready,
 * shardError, shardDisconnect.
 */
export class PatientStrategy extends SimpleShardingStrategy {
  override connect(): Promise<void> {
    super.connect().catch(() => undefined);
    return Promise.resolve();
  }
}
