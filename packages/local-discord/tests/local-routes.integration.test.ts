import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { LocalDiscord } from '../local-discord.ts';
import type { Json } from '../testing/ask.ts';
import { openWorld } from '../testing/open-world.ts';

const commands = [
  {
    name: 'echo',
    description: 'd',
    options: [{ type: 3, name: 'text', description: 'd', required: true, autocomplete: true }],
  },
];
const row = {
  type: 1,
  components: [{ type: 2, style: 1, label: 'Again', custom_id: 'again' }],
};

async function openEcho() {
  const world = await openWorld({}, async (interaction) => {
    if (interaction.isAutocomplete()) await interaction.respond([{ name: 'A', value: 'a' }]);
    if (interaction.isButton()) await interaction.update('again');
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await interaction.editReply({
      content: interaction.options.getString('text'),
      components: [row],
    });
  });
  await world.client.application.commands.set(commands);
  return world;
}

async function act(discord: LocalDiscord, body: unknown): Promise<{ status: number; json: Json }> {
  const response = await fetch(`${discord.url}/local/act`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, json: await response.json() };
}

describe('acting as a user over HTTP', () => {
  it('runs a command, asks for suggestions and presses a button', async () => {
    await using world = await openEcho();
    const { discord } = world;
    const as = discord.memberId;
    const ran = await act(discord, {
      as,
      do: 'run-command',
      name: 'echo',
      options: { text: 'hi' },
    });
    expect(ran).toMatchObject({
      status: 200,
      json: { kind: 'replied', deferred: true, messages: [{ content: 'hi' }] },
    });
    const focused = { option: 'text', value: 'a' };
    const suggested = await act(discord, { as, do: 'autocomplete', name: 'echo', focused });
    expect(suggested.json).toMatchObject({ kind: 'choices', choices: [{ name: 'A', value: 'a' }] });
    const { id } = ran.json.message;
    const pressed = await act(discord, {
      as,
      do: 'press-button',
      messageId: id,
      customId: 'again',
    });
    expect(pressed.json).toMatchObject({ kind: 'updated', message: { content: 'again' } });
    const { interactionId } = ran.json;
    const looked = await act(discord, { as, do: 'look', interactionId });
    expect(looked.json).toMatchObject({ message: { content: 'again' } });
  });

  it('sends and reads messages, in a channel and in a DM channel', async () => {
    await using world = await openEcho();
    const { discord } = world;
    const as = discord.memberId;
    await act(discord, { as, do: 'send-message', content: 'hello' });
    const read = await act(discord, { as: discord.managerId, do: 'read-messages' });
    expect(read.json.messages).toMatchObject([{ content: 'hello', author: { id: as } }]);
    const direct = { as, in: 'direct', do: 'run-command', name: 'echo', options: { text: 'dm' } };
    expect((await act(discord, direct)).json).toMatchObject({ message: { content: 'dm' } });
  });

  it('accepts a user’s name, and acts as the manager by default', async () => {
    await using world = await openEcho();
    const { discord } = world;
    await act(discord, { do: 'send-message', content: 'one' });
    await act(discord, { as: 'member', do: 'send-message', content: 'two' });
    const read = await act(discord, { do: 'read-messages' });
    const authors = read.json.messages.map((one: { author: { id: string } }) => one.author.id);
    expect(authors).toEqual([discord.managerId, discord.memberId]);
  });

  it('accepts Arabic, which discord-api-types does not list', async () => {
    await using world = await openEcho();
    const body = { do: 'run-command', name: 'echo', options: { text: 'x' }, locale: 'ar' };
    expect((await act(world.discord, body)).json).toMatchObject({ message: { content: 'x' } });
  });

  it('shows a visitor how to begin with a command that the bot has registered', async () => {
    await using world = await openEcho();
    const { url } = world.discord;
    const text = await (await fetch(url)).text();
    expect(text).toContain(`curl -s ${url}/local/act`);
    expect(text).toContain('"name": "echo"');
  });

  it.each([
    ['an unknown action', { as: '1', do: 'dance' }, 400],
    ['a number for a user', { as: 1, do: 'read-messages' }, 400],
    ['an unknown language', { as: '1', do: 'read-messages', locale: 'xx' }, 400],
  ])('says what is wrong with %s', async (_what, body, status) => {
    await using world = await openEcho();
    const answer = await act(world.discord, body);
    expect(answer.status).toBe(status);
    expect(answer.json.error).toEqual(expect.any(String));
  });

  it.each([
    ['an unknown user', { as: '1', do: 'read-messages' }],
    ['an unknown channel', { as: 'MEMBER', in: '1', do: 'send-message', content: 'x' }],
    ['an unknown command', { as: 'MEMBER', do: 'run-command', name: 'nope' }],
    ['an unknown interaction', { as: 'MEMBER', do: 'look', interactionId: '1' }],
  ])('refuses %s', async (_what, body) => {
    await using world = await openEcho();
    const as = body.as.replace('MEMBER', world.discord.memberId);
    expect((await act(world.discord, { ...body, as })).json).toMatchObject({
      kind: 'refused',
      reason: expect.any(String),
    });
  });

  it('lists guilds, members, channels and commands', async () => {
    await using world = await openEcho();
    const { discord } = world;
    const state: Json = await (await fetch(`${discord.url}/local/state`)).json();
    expect(state.guilds[0].members).toHaveLength(5);
    expect(state.channels.map((one: { name: string }) => one.name)).toContain('world-news');
    expect(state.commands).toMatchObject([{ name: 'echo' }]);
  });

  it.each([
    ['a foreign host name', { host: 'evil.example' }],
    ['a page of another site', { host: 'SELF', origin: 'https://evil.example' }],
    ['a page of another port', { host: 'SELF', origin: 'http://127.0.0.1:1' }],
    ['a page with an opaque origin', { host: 'SELF', origin: 'null' }],
  ])('refuses a request from %s', async (_what, headers) => {
    await using world = await openEcho();
    const { discord } = world;
    const host = headers.host.replace('SELF', new URL(discord.url).host);
    expect(await statusOf(`${discord.url}/local/state`, { ...headers, host })).toBe(403);
  });

  it('serves its own page', async () => {
    await using world = await openEcho();
    const { url } = world.discord;
    const own = { host: new URL(url).host, origin: url };
    expect(await statusOf(`${url}/local/state`, own)).toBe(200);
  });

  it('refuses a page’s form, because its content type isn’t JSON', async () => {
    await using world = await openEcho();
    const body = new URLSearchParams({ as: world.discord.memberId, do: 'read-messages' });
    const response = await fetch(`${world.discord.url}/local/act`, { method: 'POST', body });
    expect(response.status).toBe(415);
  });

  it.each(['act', 'clock'])(
    'refuses to read a body of more than 25 MB at /local/%s',
    async (route) => {
      await using world = await openEcho();
      const response = await fetch(`${world.discord.url}/local/${route}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: new Uint8Array(26 * 1024 * 1024),
      });
      expect(response.status).toBe(413);
    },
  );
});

async function statusOf(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return await new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}
