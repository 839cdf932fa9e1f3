import { SlashCommandBuilder } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { ask } from '../testing/ask.ts';
import { openWorld } from '../testing/open-world.ts';

const hello = new SlashCommandBuilder()
  .setName('hello')
  .setNameLocalizations({ fr: 'bonjour' })
  .setDescription('Says hello')
  .setDescriptionLocalizations({ fr: 'Dit bonjour' })
  .setDefaultMemberPermissions(32n)
  .toJSON();

describe('registering commands', () => {
  it('replaces all with a PUT, and a command that stays keeps its id', async () => {
    await using world = await openWorld();
    const { client, discord } = world;
    const first = await client.application.commands.set([hello]);
    const { id, version } = first.first() ?? {};
    const other = { name: 'other', description: 'Another' };
    const second = await client.application.commands.set([other, { ...hello, description: 'New' }]);
    expect(discord.state.commands().map((one) => one.name)).toEqual(['other', 'hello']);
    const kept = second.find((one) => one.name === 'hello');
    expect(kept?.id).toBe(id);
    expect(kept?.version).not.toBe(version);
  });

  it('separates a guild’s commands from the global ones', async () => {
    await using world = await openWorld();
    const { client, discord } = world;
    await client.application.commands.set([hello]);
    const guildCommand = { name: 'here', description: 'Only here' };
    await client.application.commands.set([guildCommand], discord.guildId);
    expect(discord.state.commands().map((one) => one.name)).toEqual(['hello']);
    expect(discord.state.commands(discord.guildId)).toMatchObject([
      { name: 'here', guild_id: discord.guildId },
    ]);
  });

  it('accepts the member permissions as a string of digits', async () => {
    await using world = await openWorld();
    await world.client.application.commands.set([hello]);
    expect(world.discord.state.commands()[0]?.default_member_permissions).toBe('32');
  });

  it('returns translations only on request', async () => {
    await using world = await openWorld();
    const { discord, client } = world;
    await client.application.commands.set([hello]);
    const at = `GET /applications/${discord.applicationId}/commands`;
    const bare = await ask(discord, at);
    const full = await ask(discord, `${at}?with_localizations=true`);
    expect(bare.json[0]).not.toHaveProperty('name_localizations');
    expect(full.json[0].name_localizations).toEqual({ fr: 'bonjour' });
  });

  it('creates, changes, reads and deletes a single command', async () => {
    await using world = await openWorld();
    const { discord } = world;
    const at = `/applications/${discord.applicationId}/commands`;
    const made = await ask(discord, `POST ${at}`, hello);
    expect(made.status).toBe(201);
    expect((await ask(discord, `POST ${at}`, hello)).status).toBe(200);
    const changed = await ask(discord, `PATCH ${at}/${made.json.id}`, { description: 'Changed' });
    expect(changed.json).toMatchObject({ id: made.json.id, name: 'hello', description: 'Changed' });
    expect((await ask(discord, `DELETE ${at}/${made.json.id}`)).status).toBe(204);
    expect(await ask(discord, `GET ${at}/${made.json.id}`)).toMatchObject({
      status: 404,
      json: { code: 10063 },
    });
  });

  it('refuses another application’s commands', async () => {
    await using world = await openWorld();
    const answer = await ask(world.discord, 'PUT /applications/1/commands', []);
    expect(answer).toMatchObject({ status: 403, json: { code: 50001 } });
  });

  it('refuses more than 200 creations a day, and counts only new commands', async () => {
    await using world = await openWorld({ rateLimits: false });
    const { discord } = world;
    const at = `PUT /applications/${discord.applicationId}/commands`;
    const names = (from: number) =>
      Array.from({ length: 100 }, (_, index) => ({ name: `c${from + index}`, description: 'd' }));
    expect((await ask(discord, at, names(0))).status).toBe(200);
    expect((await ask(discord, at, names(0))).status).toBe(200);
    expect((await ask(discord, at, names(100))).status).toBe(200);
    expect(await ask(discord, at, names(200))).toMatchObject({
      status: 400,
      json: { code: 30034 },
    });
  });
});
