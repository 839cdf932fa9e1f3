import type { LocalDiscord } from '@dateline/local-discord';
import type { Message } from '../render/message.ts';
import { renderDigest } from '../render/render-digest.ts';
import type { App } from './open-app.ts';
import { replayNews } from './replay-news.ts';

/** Of news that is older, a digest of this moment shows nothing but the latest stories. */
const OLD_MS = 7 * 24 * 3_600_000;

const NOTE = 'A replay: what `/schedule add` would have brought on that day.';

/** What the first news are shown with. */
interface FirstNewsParts {
  readonly app: Pick<App, 'services' | 'news'>;
  readonly now: Date;
  /** Posts a message of the bot in a channel. */
  readonly post: (channelId: string, message: Message) => Promise<unknown>;
}

/**
 * Shows news in an empty Discord on this machine, to a person who opens it for the first time. The manager runs a
 * command, and to the bot this is a member like any other. If all news is old, as that of the samples, another
 * channel gets the last editions of a schedule, which show what a single digest can't: an update.
 */
export async function showFirstNews(
  local: LocalDiscord,
  { app, now, post }: FirstNewsParts,
): Promise<void> {
  const { channelId, managerId, guildId, state } = local;
  if (state.messages(channelId).length > 0) return;
  await local.asUser(managerId).runCommand('digest now');
  const [newest] = app.services.index.newest({}, { limit: 1, isFirst: true }).entries;
  const other = state.channels(guildId).find(({ name }) => name === 'announcements');
  if (!newest || !other || now.getTime() - newest.at < OLD_MS) return;
  const channel = { guildId, channelId: other.id };
  for (const { digest } of await replayNews(channel, newest.at, app.news))
    await post(other.id, renderDigest(digest, { note: NOTE }));
}
