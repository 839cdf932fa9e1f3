import { commands } from '../../commands/index.ts';
import type { App } from './open-app.ts';
import type { JoinerWatch } from './watch-joiners.ts';
import { openBot, type AnsweringBot, type Bot, type BotDependencies } from '../discord/open-bot.ts';
import { createGuildNotes, type GuildNotes } from '../delivery/greeting/note-guilds.ts';
import type { Services } from '../command/services.ts';

/** The dependencies of the bot that depend on where it runs: at Discord, at a local Discord, or in a test. */
export type BotAccess = Pick<
  BotDependencies,
  | 'token'
  | 'apiUrl'
  | 'developmentGuildId'
  | 'attachPictures'
  | 'pictureWaitMs'
  | 'now'
  | 'log'
  | 'observer'
  | 'onFatal'
  | 'patience'
  | 'signal'
  | 'shards'
  | 'locks'
  | 'makeRequest'
>;

/** So that the answer comes in time for the person who waits for it. */
const OPEN_DIRECT_MS = 10_000;

/** What a process sees of others on the same store. */
interface Seeing {
  /** Absent if this process reads the sources itself. */
  readonly joiners?: Pick<JoinerWatch, 'isMissing'> | undefined;
}

/** What is noted of the servers that a bot is in. */
interface Noting {
  readonly guildNotes: GuildNotes;
}

/** A bot that is logged in at the gateway. */
export type ConnectedBot = Bot & Noting;

/** Logs the bot in with all commands. Their services then include what the bot knows of Discord. */
export function connectBot(app: App, access: BotAccess & Seeing): Promise<ConnectedBot> {
  return connect(app, access, openBot);
}

/** The same for a bot that `open` opens. */
export async function connect<Opened extends AnsweringBot>(
  app: App,
  access: BotAccess & Seeing,
  open: (dependencies: BotDependencies) => Promise<Opened>,
): Promise<Opened & Noting> {
  const guildNotes = createGuildNotes(app.store.records('guilds'), access);
  let bot: Opened | undefined;
  const services: Services = {
    ...app.services,
    health: () => ({
      ...app.services.health(),
      ...bot?.health(),
      ...(access.joiners && { lacksIngest: access.joiners.isMissing() }),
    }),
    checkChannel: async (subscription) => bot?.guilds.checkChannel(subscription),
    async openDirectMessages(userId) {
      const opened = await bot?.port.openDirect(userId, AbortSignal.timeout(OPEN_DIRECT_MS));
      if (opened?.kind === 'opened') return opened.channelId;
      access.log.warn({ err: opened?.cause }, 'direct messages could not be opened');
      return undefined;
    },
  };
  bot = await open({
    ...access,
    commands,
    services,
    registrations: app.store.records('registrations'),
    onGuild: (guild) => guildNotes.see(guild),
  });
  const opened = bot;
  return {
    ...opened,
    guildNotes,
    async close() {
      await opened.close();
      await guildNotes.settled();
    },
  };
}
