import {
  PermissionFlagsBits as Bits,
  type APIMessage,
  type Snowflake,
} from 'discord-api-types/v10';
import {
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
} from '../validate/specification.ts';
import { refuse } from '../discord-error.ts';
import { hideContent } from '../gateway/visible.ts';
import { limits } from '../limits.ts';
import { compareSnowflakes } from '../snowflake.ts';
import { isDm, isThread, type Channel } from '../state/channel.ts';
import { findMessage, findVisibleChannel, requirePermission } from '../state/find.ts';
import type { MessageBody } from '../state/message-body.ts';
import { deleteMessage, editMessage, messagesIn, postMessage } from '../state/messages.ts';
import { hasPermission, sendPermission } from '../state/permissions.ts';
import { referTo } from '../state/reference.ts';
import { changeThread } from '../state/threads.ts';
import type { StoredMessage } from '../state/records/stored-message.ts';
import type { World } from '../state/world.ts';
import { checkMessage } from '../validate/check-message.ts';
import { invalidField } from '../validate/field-errors.ts';
import { parseBody } from '../validate/parse-body.ts';
import { readBody, type RequestBody } from './body.ts';
import { noteRequest } from './note-request.ts';
import { param, type RestApp, type RestContext } from './rest-app.ts';

/** Adds the routes of messages. */
export function addMessageRoutes(app: RestApp, world: World): void {
  const at = '/channels/:channelId/messages';
  app.get(at, (c) => {
    const channel = findVisibleChannel(world, param(c, 'channelId'));
    const bot = world.application.bot.id;
    if (!hasPermission(world, channel, bot, Bits.ReadMessageHistory)) return c.json([]);
    return c.json(listMessages(world, channel, c).map((message) => hideContent(world, message)));
  });
  app.get(`${at}/:messageId`, (c) => {
    const channel = findVisibleChannel(world, param(c, 'channelId'));
    requirePermission(world, channel, Bits.ReadMessageHistory);
    return c.json(hideContent(world, findMessage(world, channel.id, param(c, 'messageId')).api));
  });
  app.post(at, async (c) => {
    const request = await readBody(c);
    const posted = createMessage(world, param(c, 'channelId'), request);
    noteRequest(world, c, posted, request);
    return c.json(withNonce(posted));
  });
  app.patch(`${at}/:messageId`, async (c) => {
    const channel = findVisibleChannel(world, param(c, 'channelId'));
    const stored = findMessage(world, channel.id, param(c, 'messageId'));
    if (stored.api.author.id !== world.application.bot.id) throw refuse('cannotEditOthers');
    const request = await readBody(c);
    const { json, uploads } = request;
    const body = parseBody(MessageEditRequestPartialSchema, json) as MessageBody;
    checkMessage(body, { uploads, edited: stored.api });
    requireOpenThread(channel);
    editMessage(world, channel, stored, body, { uploads });
    noteRequest(world, c, stored, request);
    return c.json(stored.api);
  });
  app.delete(`${at}/:messageId`, (c) => {
    const channel = findVisibleChannel(world, param(c, 'channelId'));
    const stored = findMessage(world, channel.id, param(c, 'messageId'));
    if (stored.api.author.id !== world.application.bot.id) {
      requirePermission(world, channel, Bits.ManageMessages);
    }
    deleteMessage(world, channel, stored);
    return c.body(null, 204);
  });
}

function createMessage(world: World, channelId: Snowflake, request: RequestBody): StoredMessage {
  const channel = findVisibleChannel(world, channelId);
  requirePermission(world, channel, sendPermission(channel));
  for (const { id } of isDm(channel) ? channel.recipients : []) {
    if (world.closedToMessages.has(id)) throw refuse('cannotMessageUser');
    if (!sharesGuild(world, id)) throw refuse('noMutualGuilds');
  }
  const body = parseBody(MessageCreateRequestSchema, request.json) as MessageBody;
  checkMessage(body, { uploads: request.uploads });
  if (body.embeds?.length) requirePermission(world, channel, Bits.EmbedLinks);
  if (request.uploads.length > 0) requirePermission(world, channel, Bits.AttachFiles);
  unarchiveThread(world, channel);
  const earlier = findByNonce(world, channel, body);
  if (earlier) return earlier;
  return postMessage(world, {
    channel,
    author: world.application.bot,
    body,
    uploads: request.uploads,
    extra: buildReference(world, channel, body),
  });
}

/** Whether a user and the bot are in the same guild. That the app is installed for the user doesn't count. */
function sharesGuild(world: World, userId: Snowflake): boolean {
  const bot = world.application.bot.id;
  return [...world.guilds.values()].some(({ members }) => members.has(bot) && members.has(userId));
}

/** Finds a recent message with the same author and nonce. */
function findByNonce(world: World, channel: Channel, body: MessageBody): StoredMessage | undefined {
  if (!body.enforce_nonce || body.nonce === undefined || body.nonce === null) return undefined;
  const oldestMs = world.clock.now() - limits.nonceWindowMs;
  return [...messagesIn(world, channel.id).values()].find(
    (message) =>
      message.nonce !== undefined &&
      String(message.nonce) === String(body.nonce) &&
      message.api.author.id === world.application.bot.id &&
      Date.parse(message.api.timestamp) >= oldestMs,
  );
}

function withNonce(stored: StoredMessage): APIMessage {
  return stored.nonce === undefined ? stored.api : { ...stored.api, nonce: stored.nonce };
}

function buildReference(world: World, channel: Channel, body: MessageBody): Partial<APIMessage> {
  const reference = body.message_reference;
  if (!reference) return {};
  const referenced = messagesIn(world, channel.id).get(reference.message_id);
  if (!referenced && reference.fail_if_not_exists !== false) {
    throw invalidField(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
  }
  return referenced ? referTo(channel, reference.message_id, referenced) : {};
}

function listMessages(world: World, channel: Channel, c: RestContext): APIMessage[] {
  const limit = Number(c.req.query('limit') ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw invalidField(['limit'], 'NUMBER_TYPE_MAX', 'int value should be between 1 and 100.');
  }
  const newestFirst = [...messagesIn(world, channel.id).values()]
    .filter((message) => message.ephemeralTo === undefined)
    .map((message) => message.api)
    .toSorted((left, right) => compareSnowflakes(right.id, left.id));
  const { before, after, around } = c.req.query();
  if (after !== undefined) {
    return newestFirst.filter((one) => compareSnowflakes(one.id, after) > 0).slice(-limit);
  }
  if (around !== undefined) {
    const at = newestFirst.findIndex((one) => compareSnowflakes(one.id, around) <= 0);
    const middle = at === -1 ? newestFirst.length : at;
    return newestFirst.slice(Math.max(0, middle - Math.floor(limit / 2))).slice(0, limit);
  }
  return newestFirst
    .filter((one) => before === undefined || compareSnowflakes(one.id, before) < 0)
    .slice(0, limit);
}

/** Sending a message unarchives a thread. If the thread is locked, that requires Manage Threads. */
function unarchiveThread(world: World, channel: Channel): void {
  if (!isThread(channel) || !channel.thread_metadata.archived) return;
  if (channel.thread_metadata.locked) requirePermission(world, channel, Bits.ManageThreads);
  changeThread(world, channel, { archived: false });
}

function requireOpenThread(channel: Channel): void {
  if (isThread(channel) && channel.thread_metadata.archived) throw refuse('threadArchived');
}
