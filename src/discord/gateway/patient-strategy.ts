import { SimpleShardingStrategy, type WebSocketOptions } from 'discord.js';

/** The manager of `@discordjs/ws`; discord.js exports another class under its name. */
type Manager = Parameters<NonNullable<WebSocketOptions['buildStrategy']>>[0];

/** Connects as discord.js does by default, mending two things that it does in the background. */
export class PatientStrategy extends SimpleShardingStrategy {
  readonly #manager: Manager;
  readonly #retrieveSessionInfo: Manager['options']['retrieveSessionInfo'];

  constructor(manager: Manager) {
    super(manager);
    this.#manager = manager;
    this.#retrieveSessionInfo = manager.options.retrieveSessionInfo.bind(manager.options);
  }

  /**
   * Does not fail because the gateway turned the first connection away: discord.js goes on trying
   * even then, so a second log-in would answer everything twice. Whether it worked is told by the
   * client's events: ready, shardError, shardDisconnect.
   */
  override connect(): Promise<void> {
    // The manager destroys its strategy once before it connects it.
    this.#manager.options.retrieveSessionInfo = this.#retrieveSessionInfo;
    super.connect().catch(() => undefined);
    return Promise.resolve();
  }

  /**
   * Does not let a shard come back that was waiting to reconnect. Such a shard cannot be reached,
   * but it asks for its session first, and here it waits for that for ever.
   */
  override async destroy(...options: Parameters<SimpleShardingStrategy['destroy']>): Promise<void> {
    this.#manager.options.retrieveSessionInfo = () => new Promise(() => undefined);
    await super.destroy(...options);
  }
}
