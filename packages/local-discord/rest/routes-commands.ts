import type { APIApplicationCommand, Snowflake } from 'discord-api-types/v10';
import { refuse } from '../discord-error.ts';
import { listCommands, replaceCommands, storeCommand, upsertCommand } from '../state/commands.ts';
import { findJoinedGuild } from '../state/find.ts';
import type { World } from '../state/world.ts';
import { parseCommand, parseCommandList, parseCommandPatch } from '../validate/parse-commands.ts';
import { readBody } from './body.ts';
import { param, type RestApp, type RestContext } from './rest-app.ts';

/** Adds the routes that register global commands and a guild's commands. */
export function addCommandRoutes(app: RestApp, world: World): void {
  for (const at of [
    '/applications/:applicationId/commands',
    '/applications/:applicationId/guilds/:guildId/commands',
  ]) {
    app.get(at, (c) => {
      const commands = listCommands(world, scopeOf(world, c));
      const full = c.req.query('with_localizations') === 'true';
      return c.json(full ? commands : commands.map(withoutLocalizations));
    });
    app.put(at, async (c) => {
      const guildId = scopeOf(world, c);
      const { json } = await readBody(c);
      const replaced = replaceCommands(world, parseCommandList(json), guildId);
      updateViews(world);
      return c.json(replaced);
    });
    app.post(at, async (c) => {
      const guildId = scopeOf(world, c);
      const { json } = await readBody(c);
      const others = listCommands(world, guildId);
      const { command, isNew } = upsertCommand(world, parseCommand(json, others), guildId);
      updateViews(world);
      return c.json(command, isNew ? 201 : 200);
    });
    app.get(`${at}/:commandId`, (c) => c.json(findCommand(world, c)));
    app.patch(`${at}/:commandId`, async (c) => {
      const before = findCommand(world, c);
      const { json } = await readBody(c);
      const body = parseCommandPatch(json, before, listCommands(world, before.guild_id));
      const changed = storeCommand(world, body, before, before.guild_id);
      updateViews(world);
      return c.json(changed);
    });
    app.delete(`${at}/:commandId`, (c) => {
      world.commands.delete(findCommand(world, c).id);
      updateViews(world);
      return c.body(null, 204);
    });
  }
}

/** No gateway event announces commands, but the page must offer the new ones. */
function updateViews(world: World): void {
  world.viewUpdates.publish({ event: { kind: 'view' } });
}

function scopeOf(world: World, c: RestContext): Snowflake | undefined {
  if (param(c, 'applicationId') !== world.application.id) throw refuse('missingAccess');
  const guildId = c.req.param('guildId');
  if (guildId !== undefined && !world.guilds.has(guildId)) throw refuse('missingAccess');
  if (guildId !== undefined) findJoinedGuild(world, guildId);
  return guildId;
}

function findCommand(world: World, c: RestContext): APIApplicationCommand {
  const guildId = scopeOf(world, c);
  const command = world.commands.get(param(c, 'commandId'));
  if (!command || command.guild_id !== guildId) throw refuse('unknownCommand');
  return command;
}

/** Removes translations, which lists contain only on request. */
function withoutLocalizations(command: APIApplicationCommand): object {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip);
    if (typeof value !== 'object' || value === null) return value;
    const kept = Object.entries(value).filter(([key]) => !key.endsWith('_localizations'));
    return Object.fromEntries(kept.map(([key, inner]) => [key, strip(inner)]));
  };
  return strip(command) as object;
}
