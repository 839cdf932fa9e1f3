import { Status, type Client } from 'discord.js';

/** The state of the connection to Discord. */
export interface BotHealth {
  readonly connected: boolean;
  readonly guildCount: number;
  /** Absent until the first heartbeat has been answered. */
  readonly gatewayLatencyMs?: number;
}

/** Describes a logged-in client's connection. */
export function describeHealth(client: Client<true>): BotHealth {
  const { ping } = client.ws;
  return {
    // The client's own status stays "ready" until it is destroyed.
    connected: client.ws.shards.every((shard) => shard.status === Status.Ready),
    guildCount: client.guilds.cache.size,
    ...(ping >= 0 && { gatewayLatencyMs: ping }),
  };
}
