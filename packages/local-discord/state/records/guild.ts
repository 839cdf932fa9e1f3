import type { APIGuild, APIGuildMember, APIUser, Snowflake } from 'discord-api-types/v10';

/** A guild with the parts that Discord serves by routes of their own. */
export interface Guild {
  readonly api: APIGuild;
  readonly members: Map<Snowflake, GuildMember>;
}

/** A member with the user it is. */
export type GuildMember = APIGuildMember & { user: APIUser };
