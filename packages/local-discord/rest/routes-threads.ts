import { ChannelType, PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import {
  CreateTextThreadWithMessageRequestSchema,
  CreateTextThreadWithoutMessageRequestSchema,
  UpdateThreadRequestPartialSchema,
} from '../validate/specification.ts';
import { refuse } from '../discord-error.ts';
import { isGuildChannel, isThread, type GuildChannel } from '../state/channel.ts';
import { findMessage, findVisibleChannel, requirePermission } from '../state/find.ts';
import { changeThread, listThreads, startThread, type ThreadBody } from '../state/threads.ts';
import type { World } from '../state/world.ts';
import { parseBody } from '../validate/parse-body.ts';
import { readBody } from './body.ts';
import { noteRequest } from './note-request.ts';
import { param, type RestApp, type RestContext } from './rest-app.ts';

/** Adds the routes that start, change, join and list threads. */
export function addThreadRoutes(app: RestApp, world: World): void {
  app.post('/channels/:channelId/threads', async (c) => {
    const parent = findParent(world, c);
    const { json } = await readBody(c);
    const body = parseBody(CreateTextThreadWithoutMessageRequestSchema, json) as ThreadBody;
    const isPrivate = (body.type ?? ChannelType.PrivateThread) === ChannelType.PrivateThread;
    const needed = isPrivate ? Bits.CreatePrivateThreads : Bits.CreatePublicThreads;
    requirePermission(world, parent, needed);
    return c.json(startThread(world, parent, body), 201);
  });
  app.post('/channels/:channelId/messages/:messageId/threads', async (c) => {
    const parent = findParent(world, c);
    const message = findMessage(world, parent.id, param(c, 'messageId'));
    const request = await readBody(c);
    const body = parseBody(CreateTextThreadWithMessageRequestSchema, request.json) as ThreadBody;
    requirePermission(world, parent, Bits.CreatePublicThreads);
    const thread = startThread(world, parent, body, message);
    noteRequest(world, c, message, request);
    return c.json(thread, 201);
  });
  app.patch('/channels/:channelId', async (c) => {
    const channel = findVisibleChannel(world, param(c, 'channelId'));
    if (!isThread(channel)) throw refuse('missingPermissions');
    const { json } = await readBody(c);
    const change = parseBody(UpdateThreadRequestPartialSchema, json) as Parameters<
      typeof changeThread
    >[2];
    const isOwn = channel.owner_id === world.application.bot.id;
    const needsManage = !isOwn || change.locked !== undefined || channel.thread_metadata.locked;
    if (needsManage) requirePermission(world, channel, Bits.ManageThreads);
    return c.json(changeThread(world, channel, change));
  });
  app.put('/channels/:channelId/thread-members/@me', (c) => {
    if (!isThread(findVisibleChannel(world, param(c, 'channelId')))) {
      throw refuse('cannotActOnChannelType');
    }
    return c.body(null, 204);
  });
  app.get('/channels/:channelId/threads/archived/public', (c) => {
    const parent = findParent(world, c);
    requirePermission(world, parent, Bits.ReadMessageHistory);
    const threads = listThreads(
      world,
      parent.id,
      (thread) => thread.thread_metadata.archived && thread.type !== ChannelType.PrivateThread,
    );
    return c.json({ threads, members: [], has_more: false });
  });
}

function findParent(world: World, c: RestContext): GuildChannel {
  const channel = findVisibleChannel(world, param(c, 'channelId'));
  if (!isGuildChannel(channel)) throw refuse('cannotActOnChannelType');
  return channel;
}
