import type { ActingUser, LocalDiscord, OptionValues } from '@dateline/local-discord';

/** How many minutes lie between two slots of a channel: enough to try again after a fault before the next. */
export const SLOT_EVERY_MINUTES = 5;

/** Channels with a schedule, for each minute of the five. */
const CHANNELS_A_MINUTE = 8;

/** Of the channels, those that have alerts, too. */
const ALERT_CHANNELS = 4;

/** Servers and channels in which the soak takes place. */
export interface Place {
  /** People in every server. */
  readonly users: readonly ActingUser[];
  readonly channelIds: readonly string[];
  /** Whoever may plan digests, in the channel of each. */
  readonly managers: readonly ActingUser[];
}

/** Opens channels in two servers, which are on different shards if there are two. */
export function openPlace(discord: LocalDiscord): Place {
  const { state, guildId, managerId, memberId } = discord;
  const shardOf = (id: string): bigint => (BigInt(id) >> 22n) % 2n;
  const addGuild = (): string => state.addGuild('Other Server', { ownerId: managerId }).api.id;
  let otherId = addGuild();
  while (shardOf(otherId) === shardOf(guildId)) {
    state.kickBot(otherId);
    otherId = addGuild();
  }
  for (const userId of [managerId, memberId]) state.addMember(otherId, userId);
  const guildIds = [guildId, otherId];
  const channelIds = Array.from(
    { length: CHANNELS_A_MINUTE * SLOT_EVERY_MINUTES },
    (_, at) => state.addChannel(guildIds[at % guildIds.length]!, `digest-${at}`).id,
  );
  const talks = guildIds.map((id) => state.addChannel(id, 'talk').id);
  const users = talks.flatMap((channelId) =>
    [managerId, memberId].map((userId) => discord.asUser(userId, { channelId })),
  );
  const managers = channelIds.map((channelId) => discord.asUser(managerId, { channelId }));
  return { users, channelIds, managers };
}

/** Plans a digest each five minutes in every channel by `/schedule add`, so that some are due in each minute. */
export async function planDigests({ managers }: Place): Promise<void> {
  for (const [at, manager] of managers.entries()) {
    const first = at % SLOT_EVERY_MINUTES;
    const options: OptionValues = {
      cron: `${first}-59/${SLOT_EVERY_MINUTES} * * * *`,
      zone: 'UTC',
      quiet: 'say so',
      thread: at % 8 === 3 ? 'a message for each story' : 'none',
      ...(at < ALERT_CHANNELS && { alert: '4 publishers in 1 hours, 10 a day' }),
    };
    const outcome = await manager.runCommand('schedule add', options);
    const text = JSON.stringify(outcome);
    if (outcome.kind !== 'replied' || !text.includes('Digest planned'))
      throw new Error(`A digest could not be planned: ${text}`);
  }
}
