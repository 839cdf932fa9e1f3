import type { Snowflake } from 'discord-api-types/v10';
import type { LocaleCode } from '../locales.ts';
import type { MovableClock } from '../movable-clock.ts';
import type { ActingUser } from './acting-user.ts';

/** Acting as any user, and moving the clock. */
export interface Acting {
  readonly clock: MovableClock;
  /** Returns a user who acts in `channelId`, by default the first text channel. */
  asUser(
    userId: Snowflake,
    options?: { readonly channelId?: Snowflake; readonly locale?: LocaleCode },
  ): ActingUser;
  /** Returns a user who acts in their DM channel with the bot, which is created if necessary. */
  openDirectMessage(userId: Snowflake, options?: { readonly locale?: LocaleCode }): ActingUser;
}
