import type { Snowflake } from 'discord-api-types/v10';
import type { RestApp } from '../rest/rest-app.ts';
import { findUser } from '../state/find-user.ts';
import type { World } from '../state/world.ts';
import { carryOut, parseActRequest } from './act-request.ts';
import type { Acting } from './acting.ts';
import { readLocalJson } from '../guard/read-local-json.ts';
import { Refused } from './refused.ts';

/**
 * Adds the routes by which a person, a script or the page acts as a user.
 *
 * `POST /local/act` takes JSON and answers with the outcome as JSON. `as` is a user's id or name (`manager` by
 * default). `in` is a channel's id or `direct` (the first text channel by default). `locale` is a language.
 * `do` is one of:
 *
 * - `run-command` (`name`, `options`; a file is `{filename, content}`, with `encoding: 'base64'` for bytes)
 * - `autocomplete` (`name`, `focused: {option, value}`, `options`)
 * - `run-message-command` (`messageId`, `name`)
 * - `press-button` (`messageId`, `customId`)
 * - `select` (`messageId`, `customId`, `values`)
 * - `submit-modal` (`interactionId`, `values`; a list for menus and files)
 * - `look` (`interactionId`)
 * - `dismiss` (`messageId`)
 * - `send-message` (`content`)
 * - `read-messages`
 *
 * `GET /local/state` lists guilds with their members, users, channels and commands.
 */
export function addLocalRoutes(app: RestApp, world: World, acting: Acting): void {
  app.post('/local/act', async (c) => {
    const json = await readLocalJson(c);
    if (json instanceof Response) return json;
    const request = parseActRequest(json);
    if ('error' in request) return c.json(request, 400);
    // While the clock is being moved, a bot could not answer within the deadline.
    await acting.clock.settled();
    const locale = request.locale === undefined ? {} : { locale: request.locale };
    try {
      const userId = findUserId(world, request.as);
      const user =
        request.in === 'direct'
          ? acting.openDirectMessage(userId, locale)
          : acting.asUser(userId, {
              ...locale,
              ...(request.in === undefined ? {} : { channelId: request.in }),
            });
      return c.json(await carryOut(user, request));
    } catch (error) {
      if (error instanceof Refused) return c.json({ kind: 'refused', reason: error.message });
      throw error;
    }
  });

  app.get('/local/state', (c) => c.json(describeWorld(world)));
}

function findUserId(world: World, named: string): Snowflake {
  const user = findUser(world, named);
  if (!user) throw new Refused('There is no such user.');
  return user.id;
}

function describeWorld(world: World): object {
  const { id, name, bot } = world.application;
  return {
    application: { id, name, bot },
    users: [...world.users.values()],
    guilds: [...world.guilds.values()].map((guild) => ({
      ...guild.api,
      members: [...guild.members.values()],
    })),
    channels: [...world.channels.values()],
    commands: [...world.commands.values()],
  };
}
