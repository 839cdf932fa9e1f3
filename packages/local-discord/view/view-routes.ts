import type { APIUser } from 'discord-api-types/v10';
import type { RestApp, RestContext } from '../rest/rest-app.ts';
import type { Channel } from '../state/channel.ts';
import { guildIdOf } from '../state/channel.ts';
import { listOfferedCommands } from '../state/commands.ts';
import { canSeeMessage } from '../state/dismissal.ts';
import { findUser } from '../state/find-user.ts';
import { openDm } from '../state/open-dm.ts';
import { whyNotOffered } from '../state/why-not-offered.ts';
import type { World } from '../state/world.ts';
import { canSeeChannel } from './can-see.ts';
import { describeSent } from './describe-sent.ts';
import { describeView } from './describe-view.ts';
import { listMessages } from './list-messages.ts';
import { streamEvents } from './stream-events.ts';
import type { Hint, OfferedCommands, ViewMessages } from './view.ts';

/** The channel and the hints that the page shows on a first visit. */
export interface Home {
  /** The channel of requests without `in`. */
  readonly channelId: string;
  readonly hints: readonly Hint[];
}

/**
 * Adds the routes that return what a user sees. `as` is a user's id or name (`manager` by default). `in` is a
 * channel's id or `direct` (the first text channel by default). They answer 404 for what the user cannot see.
 *
 * - `GET /local/view` returns servers, members and channels.
 * - `GET /local/commands` returns the commands that can be run in a channel.
 * - `GET /local/messages` returns the messages of a channel.
 * - `GET /local/sent?message=` returns what the bot sent for a message.
 * - `GET /local/events` streams changes as server-sent events that are named by their kind.
 */
export function addViewRoutes(app: RestApp, world: World, home: Home): void {
  app.get('/local/view', (c) => {
    const me = findViewer(world, c);
    return me ? c.json(describeView(world, me, home.hints)) : notFound(c, 'user');
  });
  app.get('/local/commands', (c) => {
    const at = findViewedChannel(world, home, c);
    if (!at) return notFound(c, 'channel');
    const { me, channel } = at;
    const commands = listOfferedCommands(world, guildIdOf(channel)).filter(
      (command) => whyNotOffered(world, { userId: me.id, channel }, command) === undefined,
    );
    return c.json({ commands } satisfies OfferedCommands);
  });
  app.get('/local/messages', (c) => {
    const at = findViewedChannel(world, home, c);
    if (!at) return notFound(c, 'channel');
    const messages = listMessages(world, at.channel, at.me.id);
    return c.json({ messages } satisfies ViewMessages);
  });
  app.get('/local/sent', (c) => {
    const at = findViewedChannel(world, home, c);
    const message = at && world.messages.get(at.channel.id)?.get(c.req.query('message') ?? '');
    if (!message || !canSeeMessage(message, at.me.id)) return notFound(c, 'message');
    return c.json(describeSent(message));
  });
  app.get('/local/events', (c) => {
    const me = findViewer(world, c);
    return me ? streamEvents(c, world, me.id) : notFound(c, 'user');
  });
}

function findViewer(world: World, c: RestContext): APIUser | undefined {
  const user = findUser(world, c.req.query('as') ?? 'manager');
  return user?.bot ? undefined : user;
}

function findViewedChannel(
  world: World,
  home: Home,
  c: RestContext,
): { readonly me: APIUser; readonly channel: Channel } | undefined {
  const me = findViewer(world, c);
  const named = c.req.query('in') ?? home.channelId;
  const channel = me && named === 'direct' ? openDm(world, me) : world.channels.get(named);
  return me && channel && canSeeChannel(world, channel, me.id) ? { me, channel } : undefined;
}

function notFound(c: RestContext, what: string): Response {
  return c.json({ error: `There is no such ${what}.` }, 404);
}
