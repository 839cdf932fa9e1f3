import type { EventEmitter } from 'node:events';
import { SimpleShardingStrategy, type WebSocketOptions } from 'discord.js';

/** The manager of `@discordjs/ws`; discord.js exports another class under its name. */
type Manager = Parameters<NonNullable<WebSocketOptions['buildStrategy']>>[0];

/** The part of discord.js's strategy and shards that its types hide: a connection is one of `ws`. */
interface Shards {
  readonly shards: ReadonlyMap<number, { readonly connection: Connection | null }>;
}

interface Connection extends EventEmitter {
  readonly readyState: number;
  terminate(): void;
}

/** The state of a WebSocket whose handshake has not ended. */
const CONNECTING = 0;

/** Connects as discord.js does by default, but corrects three things that it does in the background. */
export class PatientStrategy extends SimpleShardingStrategy {
  readonly #manager: Manager;
  readonly #retrieveSessionInfo: Manager['options']['retrieveSessionInfo'];

  constructor(manager: Manager) {
    super(manager);
    this.#manager = manager;
    this.#retrieveSessionInfo = manager.options.retrieveSessionInfo.bind(manager.options);
  }

  /**
   * Does not fail when the gateway refuses the first connection. discord.js keeps trying even then, so
   * a second log-in would answer every interaction twice. The client's events tell whether it worked:
   * ready, shardError, shardDisconnect.
   */
  override connect(): Promise<void> {
    // The manager destroys its strategy once before it connects it.
    this.#manager.options.retrieveSessionInfo = this.#retrieveSessionInfo;
    super.connect().catch(() => undefined);
    return Promise.resolve();
  }

  /**
   * Keeps a shard that is waiting to reconnect from doing so. Such a shard cannot be stopped, but it
   * first asks for its session, and from here on that never resolves. A connection that is still being
   * made is broken off: discord.js only stops listening to it, and its error would end the process.
   */
  override async destroy(...options: Parameters<SimpleShardingStrategy['destroy']>): Promise<void> {
    this.#manager.options.retrieveSessionInfo = () => new Promise(() => undefined);
    const { shards } = this as unknown as Shards;
    for (const { connection } of shards.values()) {
      if (connection?.readyState === CONNECTING) breakOff(connection);
    }
    await super.destroy(...options);
  }
}

/** Ends a connection without telling anyone. */
function breakOff(connection: Connection): void {
  connection.removeAllListeners();
  connection.on('error', () => undefined);
  connection.terminate();
}
