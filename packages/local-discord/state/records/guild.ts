import type { APIGuild, APIGuildMember, APIUser, Snowflake } from 'discord-api-types/v10';

/** A guild and its members. */
export interface Guild {
  readonly api: APIGuild;
  readonly members: Map<Snowflake, GuildMember>;
}

/** A member with its user. */
export type GuildMember = APIGuildMember & { user: APIUser };
