import type { APIRole, Snowflake } from 'discord-api-types/v10';
import type { ViewChannel, ViewMember } from '../view/view.ts';

/**
 * The users, roles, channels and commands around a message, by id, and the viewer's language and
 * clock.
 */
export interface Lookup {
  readonly meId: Snowflake;
  /** BCP 47, from the viewer's browser. */
  readonly locale: string;
  /** IANA zone of the viewer. */
  readonly zone: string;
  /** Ms since 1970 by the local Discord's clock. */
  now(): number;
  /** A member, or in a direct conversation a user, by id. */
  member(id: Snowflake): Pick<ViewMember, 'user' | 'nick' | 'roles'> | undefined;
  role(id: Snowflake): APIRole | undefined;
  channel(id: Snowflake): ViewChannel | undefined;
  /** The id of a registered command by its full name, for `</name:id>`. */
  commandId(name: string): Snowflake | undefined;
  readonly members: readonly Pick<ViewMember, 'user' | 'nick' | 'roles'>[];
  readonly roles: readonly APIRole[];
  readonly channels: readonly ViewChannel[];
}
