import type { ActingUser, LocalDiscord, OptionValues } from '@dateline/local-discord';

/** The shortest time between two slots that `/schedule add` takes. */
const SLOT_EVERY_MINUTES = 15;

/** Servers, and channels with a schedule in each. A server can have 25 schedules. */
const SIZE = { guilds: 6, channels: 20 } as const;

/** Of all channels, so many have alerts, too, and every so many-th has a thread with a message for each story. */
const ALERT_CHANNELS = 4;
const THREAD_EVERY = 8;

/** A channel with a schedule. */
interface PlannedChannel {
  readonly manager: ActingUser;
  readonly cron: string;
}

/** Servers and channels in which the soak takes place. */
export interface Place {
  /** People, each in one channel without digests. */
  readonly users: readonly ActingUser[];
  readonly channels: readonly PlannedChannel[];
}

/** Opens channels in some servers. There are servers on both shards of two, as their ids tell. */
export function openPlace(discord: LocalDiscord): Place {
  const { state, guildId, managerId, memberId } = discord;
  const guildIds = [guildId];
  while (guildIds.length < SIZE.guilds) {
    const { id } = state.addGuild(`Server ${guildIds.length}`, { ownerId: managerId }).api;
    const shard = (BigInt(id) >> 22n) % 2n;
    // Ids of one millisecond are on one shard.
    if (shard === BigInt(guildIds.length % 2)) guildIds.push(id);
    else state.kickBot(id);
  }
  for (const id of guildIds.slice(1)) state.addMember(id, memberId);
  const talks = guildIds.map((id) => state.addChannel(id, 'talk').id);
  const users = talks.map((channelId, at) =>
    discord.asUser(at % 2 === 0 ? managerId : memberId, { channelId }),
  );
  const channels = Array.from({ length: SIZE.guilds * SIZE.channels }, (_, at) => {
    const channelId = state.addChannel(guildIds[at % SIZE.guilds]!, `digest-${at}`).id;
    const cron = `${at % SLOT_EVERY_MINUTES}-59/${SLOT_EVERY_MINUTES} * * * *`;
    return { manager: discord.asUser(managerId, { channelId }), cron };
  });
  return { users, channels };
}

/** Plans a digest each quarter of an hour in every channel by `/schedule add`, so that some are due in each minute. */
export async function planDigests({ channels }: Place): Promise<void> {
  for (const [at, { manager, cron }] of channels.entries()) {
    const options: OptionValues = {
      cron,
      zone: 'UTC',
      quiet: 'say so',
      thread: at % THREAD_EVERY === 0 ? 'a message for each story' : 'none',
      ...(at < ALERT_CHANNELS && { alert: '4 publishers in 1 hours, 10 a day' }),
    };
    const outcome = await manager.runCommand('schedule add', options);
    const isPlanned =
      outcome.kind === 'replied' && JSON.stringify(outcome.message).includes('Digest planned');
    if (!isPlanned) throw new Error(`A digest was not planned: ${JSON.stringify(outcome)}`);
  }
}
