import { randomUUID } from 'node:crypto';
import { buildNonce } from '../delivery/build-nonce.ts';
import type { PostOutcome } from '../delivery/message-port.ts';
import { postIllustrated } from '../delivery/post-illustrated.ts';
import { settleRestore } from '../delivery/settle-restore.ts';
import type { HttpBotDependencies } from '../discord/open-http-bot.ts';
import {
  createAttachPictures,
  EDITION_PICTURE_WAIT_MS,
} from '../discord/pictures/attach-pictures.ts';
import { renderPng } from '../discord/pictures/render-png.ts';
import { createRequestBudget } from '../discord/rest/budget/request-budget.ts';
import { createBudgetedRequest } from '../discord/rest/budget/request-within-budget.ts';
import { requestDiscord } from '../discord/rest/request-discord.ts';
import type { BotAccess, ConnectedBot } from './connect-bot.ts';
import type { App } from './open-app.ts';
import type { Message } from '../render/message.ts';
import { openDelivery, type Delivery } from './open-delivery.ts';
import { prepareDigests } from './prepare-digests.ts';
import { preparePictures } from './prepare-pictures.ts';
import { isOneOfSeveral, ROLES, type Start } from './role.ts';
import { watchJoiners, type JoinerWatch } from './watch-joiners.ts';

/** What a process has of Discord. */
interface AtDiscord {
  /** Answers interactions, if the role does. */
  readonly bot?: Pick<ConnectedBot, 'registered' | 'health' | 'stopAnswering'>;
  /** Begins to post what is due, once the index is loaded; absent if the role doesn't. */
  readonly deliver?: (graceMs: number) => Promise<Delivery>;
  /** Builds digests that nobody sees, so that the first that is asked for is quick; to be called when the index is loaded. */
  readonly prepareDigests: (signal: AbortSignal) => Promise<void>;
  /** Posts a message once, and records nothing. */
  readonly post: (channelId: string, message: Message) => Promise<PostOutcome>;
  close(): Promise<void>;
}

/** How long a message that nothing records may take. */
const POST_MS = 30_000;

/** Where a bot logs in, and where it listens if interactions come by HTTP. */
type Access = Omit<BotAccess, 'attachPictures'> & Pick<HttpBotDependencies, 'listenAt' | 'signal'>;

/** What posts messages, and how it is closed. */
interface Sender {
  readonly bot?: AtDiscord['bot'];
  readonly sender: Pick<ConnectedBot, 'port' | 'guilds'> &
    Partial<Pick<ConnectedBot, 'guildNotes'>>;
  close(): Promise<void>;
}

/** Opens what a role that answers or posts has of Discord. */
export async function openAtDiscord(app: App, start: Start, access: Access): Promise<AtDiscord> {
  const { now, log, observer } = access;
  // Answers and editions share it, and so its limit of pictures at a time.
  const attachPictures = createAttachPictures(renderPng, log);
  const joiners =
    ROLES[start.role].joins === true ? undefined : watchJoiners({ locks: app.store.locks, log });
  const opening = open(app, start, { ...access, attachPictures, joiners });
  opening.catch(() => joiners?.stop());
  const opened = await opening;
  const stopPreparing = preparePictures();
  return {
    ...(opened.bot && { bot: opened.bot }),
    ...(ROLES[start.role].delivers && { deliver }),
    prepareDigests: (signal) =>
      prepareDigests(
        { news: app.publishedNews, editions: app.services.editions, attachPictures, now, log },
        signal,
      ),
    post,
    async close() {
      await Promise.all([stopPreparing(), joiners?.stop()]);
      await opened.close();
    },
  };

  function post(channelId: string, message: Message): Promise<PostOutcome> {
    return postIllustrated(
      message,
      { channelId, nonce: buildNonce(randomUUID()) },
      {
        ...opened.sender,
        attachPictures: (drawn) => attachPictures(drawn, EDITION_PICTURE_WAIT_MS),
        log,
        attemptMs: POST_MS,
      },
    );
  }

  async function deliver(graceMs: number): Promise<Delivery> {
    const alertsFrom = await settleRestore({
      restores: app.store.records('restores'),
      subscriptions: app.services.subscriptions,
      log,
    });
    return openDelivery({
      app,
      bot: opened.sender,
      attachPictures,
      clock: now,
      graceMs,
      ...(alertsFrom && { alertsFrom }),
      ...(observer && { observer }),
      log,
    });
  }
}

/** One of several processes shares Discord's budget of requests with the others. Each role loads what it uses. */
async function open(
  app: App,
  start: Start,
  access: Access &
    Pick<BotAccess, 'attachPictures'> & { readonly joiners: JoinerWatch | undefined },
): Promise<Sender> {
  const { answers } = ROLES[start.role];
  const makeRequest = isOneOfSeveral(start) ? shareBudget(app, access) : requestDiscord;
  const { shards } = start;
  if (answers === 'gateway') {
    const { connectBot } = await import('./connect-bot.ts');
    const { locks } = app.store;
    const bot = await connectBot(app, { ...access, makeRequest, locks, ...(shards && { shards }) });
    return { bot, sender: bot, close: () => bot.close() };
  }
  if (answers === 'http') {
    const { connect } = await import('./connect-bot.ts');
    const { openHttpBot } = await import('../discord/open-http-bot.ts');
    const bot = await connect(app, access, (dependencies) =>
      openHttpBot({ ...access, ...dependencies, makeRequest, signal: access.signal }),
    );
    return { bot, sender: bot, close: () => bot.close() };
  }
  const { openSender } = await import('../discord/open-sender.ts');
  const sender = await openSender({ ...access, makeRequest });
  return { sender, close: async () => sender.close() };
}

function shareBudget({ store }: App, { now, log }: Access) {
  const budget = createRequestBudget({
    records: store.records('budget'),
    now,
    onAway: (err) => log.warn({ err }, 'the store does not say when a request may be sent'),
    onBack: () => log.info('the store says again when a request may be sent'),
  });
  return createBudgetedRequest(budget);
}
