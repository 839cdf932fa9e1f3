import type { APIRole, Snowflake } from 'discord-api-types/v10';
import type { ViewChannel, ViewMember } from '../view/view.ts';

/** What drawing a message needs to know about the place it stands in. */
export interface Lookup {
  readonly meId: Snowflake;
  /** BCP 47, as the viewer's browser says. */
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
