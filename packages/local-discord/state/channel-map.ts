import type { Snowflake } from 'discord-api-types/v10';
import { guildIdOf, type Channel } from './channel.ts';

/** All channels by id. Those of a guild are found without a look at the others. */
export class ChannelMap extends Map<Snowflake, Channel> {
  readonly #byGuild = new Map<Snowflake, Map<Snowflake, Channel>>();

  /** The channels of a guild and its threads, in the order in which they were added. */
  ofGuild(guildId: Snowflake): Channel[] {
    return [...(this.#byGuild.get(guildId)?.values() ?? [])];
  }

  /** How many channels a guild has, its threads included. */
  countOf(guildId: Snowflake): number {
    return this.#byGuild.get(guildId)?.size ?? 0;
  }

  override set(id: Snowflake, channel: Channel): this {
    const guildId = guildIdOf(channel);
    if (guildId !== undefined) {
      const own = this.#byGuild.get(guildId) ?? new Map<Snowflake, Channel>();
      this.#byGuild.set(guildId, own.set(id, channel));
    }
    return super.set(id, channel);
  }

  override delete(id: Snowflake): boolean {
    const channel = this.get(id);
    if (channel) this.#byGuild.get(guildIdOf(channel) ?? '')?.delete(id);
    return super.delete(id);
  }

  override clear(): void {
    this.#byGuild.clear();
    super.clear();
  }
}
