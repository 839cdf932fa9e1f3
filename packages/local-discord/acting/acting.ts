import type { Snowflake } from 'discord-api-types/v10';
import type { LocaleCode } from '../locales.ts';
import type { MovableClock } from '../movable-clock.ts';
import type { ActingUser } from './acting-user.ts';

/** Acting as a user of this Discord, and moving its clock. */
export interface Acting {
  readonly clock: MovableClock;
  /** Acts as a user, in the default channel unless another is named. */
  asUser(
    userId: Snowflake,
    options?: { readonly channelId?: Snowflake; readonly locale?: LocaleCode },
  ): ActingUser;
  /** Acts as a user in that user's conversation with the bot, which is opened if need be. */
  openDirectMessage(userId: Snowflake, options?: { readonly locale?: LocaleCode }): ActingUser;
}
