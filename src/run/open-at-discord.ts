import { openHttpBot, type HttpBotDependencies } from '../discord/open-http-bot.ts';
import { openSender } from '../discord/open-sender.ts';
import { createRequestBudget } from '../discord/rest/budget/request-budget.ts';
import { createBudgetedRequest } from '../discord/rest/budget/request-within-budget.ts';
import { requestDiscord } from '../discord/rest/request-discord.ts';
import { connect, connectBot, type BotAccess, type ConnectedBot } from './connect-bot.ts';
import type { App } from './open-app.ts';
import { isOneOfSeveral, ROLES, type Start } from './role.ts';

/** What a process has of Discord. */
interface AtDiscord {
  /** Answers interactions, if the role does. */
  readonly bot?: Pick<ConnectedBot, 'registered' | 'health' | 'stopAnswering'>;
  /** Posts messages, unless the role only reads. */
  readonly sender?: Pick<ConnectedBot, 'port' | 'guilds'> &
    Partial<Pick<ConnectedBot, 'guildNotes'>>;
  close(): Promise<void>;
}

/** Where a bot logs in, and where it listens if interactions come by HTTP. */
type Access = BotAccess & Pick<HttpBotDependencies, 'listenAt' | 'signal'>;

/** Opens what a role has of Discord. One of several processes shares Discord's budget of requests with the others. */
export async function openAtDiscord(app: App, start: Start, access: Access): Promise<AtDiscord> {
  const { answers, delivers } = ROLES[start.role];
  const makeRequest = isOneOfSeveral(start) ? shareBudget(app, access) : requestDiscord;
  const { shards } = start;
  if (answers === 'gateway') {
    const { locks } = app.store;
    const bot = await connectBot(app, { ...access, makeRequest, locks, ...(shards && { shards }) });
    return { bot, sender: bot, close: () => bot.close() };
  }
  if (answers === 'http') {
    const bot = await connect(app, access, (dependencies) =>
      openHttpBot({ ...access, ...dependencies, makeRequest, signal: access.signal }),
    );
    return { bot, sender: bot, close: () => bot.close() };
  }
  if (!delivers) return { close: () => Promise.resolve() };
  const sender = await openSender({ ...access, makeRequest });
  return { sender, close: async () => sender.close() };
}

function shareBudget({ store }: App, { now, log }: Access) {
  const budget = createRequestBudget({
    records: store.records('budget'),
    now,
    onError: (err) => log.warn({ err }, 'the store does not say when a request may be sent'),
  });
  return createBudgetedRequest(budget);
}
