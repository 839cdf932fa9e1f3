import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openLocalDiscord, type LocalDiscord } from '../local-discord.ts';
import { ask, type Json } from '../testing/ask.ts';
import { RESPONSE_SCHEMAS } from './support/response-schemas.ts';

const v2 = 1 << 15;
const png = new Blob([new Uint8Array([137, 80, 78, 71])], { type: 'image/png' });

describe('every response matches Discord’s specification', () => {
  let discord: LocalDiscord;
  let mismatches: string[] = [];
  beforeAll(async () => {
    discord = await openLocalDiscord({ rateLimits: false });
    const commands = [
      {
        name: 'hi',
        name_localizations: { fr: 'salut' },
        description: 'd',
        default_member_permissions: '32',
        options: [
          {
            type: 3,
            name: 'a',
            description: 'd',
            required: true,
            choices: [{ name: 'n', value: 'v' }],
          },
          { type: 4, name: 'b', description: 'd', min_value: 1, max_value: 5 },
          { type: 7, name: 'c', description: 'd', channel_types: [0, 5] },
        ],
      },
      { name: 'Message', type: 3 },
    ];
    await ask(discord, `PUT ${at('commands')}`, commands);
  });
  beforeEach(() => {
    mismatches = [];
  });
  afterAll(async () => {
    await discord.close();
  });

  const at = (rest: string) => `/applications/${discord.applicationId}/${rest}`;
  const channel = (rest = '') => `/channels/${discord.channelId}${rest}`;
  const check = async (
    route: string,
    template: string,
    body?: unknown,
    status = 200,
  ): Promise<Json> => {
    const answer = await ask(discord, route, body);
    if (answer.status !== status) mismatches.push(`${route}: ${JSON.stringify(answer.json)}`);
    for (const { path, message } of listMismatches(template, answer.json)) {
      mismatches.push(`${route}: ${path.join('.')} ${message}`);
    }
    return answer.json;
  };

  it('about the gateway, the account and the application', async () => {
    await check('GET /gateway', 'GET /gateway');
    await check('GET /gateway/bot', 'GET /gateway/bot');
    await check('GET /users/@me', 'GET /users/@me');
    await check('GET /users/@me/guilds', 'GET /users/@me/guilds');
    await check(`GET /users/${discord.memberId}`, 'GET /users/{user_id}');
    await check('GET /applications/@me', 'GET /applications/@me');
    await check('GET /oauth2/applications/@me', 'GET /oauth2/applications/@me');
    expect(mismatches).toEqual([]);
  });

  it('about guilds, channels, roles and members', async () => {
    const guild = `/guilds/${discord.guildId}`;
    await check(`GET ${guild}?with_counts=true`, 'GET /guilds/{guild_id}');
    await check(`GET ${guild}/channels`, 'GET /guilds/{guild_id}/channels');
    await check(`GET ${guild}/roles`, 'GET /guilds/{guild_id}/roles');
    await check(`GET ${guild}/roles/${discord.guildId}`, 'GET /guilds/{guild_id}/roles/{role_id}');
    const member = 'GET /guilds/{guild_id}/members/{user_id}';
    await check(`GET ${guild}/members/${discord.memberId}`, member);
    await check(`GET ${channel()}`, 'GET /channels/{channel_id}');
    const dm = { recipient_id: discord.memberId };
    const opened = await check('POST /users/@me/channels', 'POST /users/@me/channels', dm);
    await check(`GET /channels/${opened.id}`, 'GET /channels/{channel_id}');
    expect(mismatches).toEqual([]);
  });

  it('about commands', async () => {
    const template = '/applications/{application_id}/commands';
    const listed = await check(`GET ${at('commands')}?with_localizations=true`, `GET ${template}`);
    await check(`GET ${at(`commands/${listed[0].id}`)}`, `GET ${template}/{command_id}`);
    const body = { name: 'new', description: 'd' };
    await check(`POST ${at('commands')}`, `POST ${template}`, body, 201);
    const inGuild = '/applications/{application_id}/guilds/{guild_id}/commands';
    await check(`PUT ${at(`guilds/${discord.guildId}/commands`)}`, `PUT ${inGuild}`, [body]);
    expect(mismatches).toEqual([]);
  });

  const bodies: readonly (readonly [what: string, body: unknown])[] = [
    ['plain', { content: 'hi <@0> @everyone', nonce: 'n', enforce_nonce: true }],
    [
      'with embeds',
      {
        embeds: [
          {
            title: 't',
            description: 'd',
            url: 'https://a.example',
            color: 1,
            timestamp: '2024-01-01T00:00:00.000Z',
            fields: [{ name: 'n', value: 'v' }],
            footer: { text: 'f' },
            author: { name: 'a', url: 'https://a.example' },
            image: { url: 'https://a.example/a.png' },
            thumbnail: { url: 'https://a.example/a.png' },
          },
        ],
      },
    ],
    [
      'with buttons and a menu',
      {
        content: 'x',
        components: [
          {
            type: 1,
            components: [
              { type: 2, style: 1, label: 'a', custom_id: 'a' },
              { type: 2, style: 5, label: 'b', url: 'https://a.example', emoji: { name: '📰' } },
            ],
          },
          {
            type: 1,
            components: [
              { type: 3, custom_id: 's', options: [{ label: 'l', value: 'v', default: true }] },
            ],
          },
        ],
      },
    ],
    [
      'of Components V2',
      {
        flags: v2,
        components: [
          {
            type: 17,
            accent_color: 255,
            components: [
              { type: 10, content: '# Title' },
              { type: 14, divider: true, spacing: 2 },
              {
                type: 9,
                components: [{ type: 10, content: 'text' }],
                accessory: { type: 11, media: { url: 'https://a.example/a.png' } },
              },
              {
                type: 12,
                items: [{ media: { url: 'https://a.example/a.png' }, description: 'd' }],
              },
              { type: 1, components: [{ type: 2, style: 2, label: 'a', custom_id: 'a' }] },
            ],
          },
        ],
      },
    ],
  ];

  it.each(bodies)(
    'about a message %s, when created, read, listed and edited',
    async (_what, body) => {
      const messages = '/channels/{channel_id}/messages';
      const made = await check(`POST ${channel('/messages')}`, `POST ${messages}`, body);
      const one = channel(`/messages/${made.id}`);
      await check(`GET ${one}`, `GET ${messages}/{message_id}`);
      await check(`GET ${channel('/messages')}`, `GET ${messages}`);
      const { flags: _flags, ...change } = body as { flags?: number };
      await check(`PATCH ${one}`, `PATCH ${messages}/{message_id}`, change);
      const reply = { content: 'x', message_reference: { message_id: made.id } };
      await check(`POST ${channel('/messages')}`, `POST ${messages}`, reply);
      expect((await ask(discord, `DELETE ${one}`)).status).toBe(204);
      expect(mismatches).toEqual([]);
    },
  );

  it('about a message with a file', async () => {
    const form = new FormData();
    const body = {
      flags: v2,
      attachments: [{ id: '0', description: 'A chart' }],
      components: [
        { type: 12, items: [{ media: { url: 'attachment://a.png' } }] },
        { type: 13, file: { url: 'attachment://a.png' } },
      ],
    };
    form.set('payload_json', JSON.stringify(body));
    form.set('files[0]', png, 'a.png');
    const template = 'POST /channels/{channel_id}/messages';
    const made = await check(`POST ${channel('/messages')}`, template, form);
    expect(made.attachments).toMatchObject([
      { filename: 'a.png', size: 4, description: 'A chart' },
    ]);
    expect(made.components[0].items[0].media.url).toBe(made.attachments[0].url);
    expect((await fetch(made.attachments[0].url)).status).toBe(200);
    expect(mismatches).toEqual([]);
  });

  it('and the check finds a message without an author or with a wrong component', async () => {
    const created = 'POST /channels/{channel_id}/messages';
    const { json } = await ask(discord, `POST ${channel('/messages')}`, { content: 'x' });
    const { author: _author, ...anonymous } = json;
    const wrong = { ...json, components: [{ type: 10, content: 'no id' }] };
    expect(listMismatches(created, json)).toEqual([]);
    expect(listMismatches(created, anonymous)).toMatchObject([{ path: ['author'] }]);
    expect(listMismatches(created, wrong)).toMatchObject([{ path: ['components', 0] }]);
  });

  it('about threads', async () => {
    const threads = '/channels/{channel_id}/threads';
    const make = { name: 'thread', type: 11 };
    const made = await check(`POST ${channel('/threads')}`, `POST ${threads}`, make, 201);
    await check(`GET /channels/${made.id}`, 'GET /channels/{channel_id}');
    const { json: message } = await ask(discord, `POST ${channel('/messages')}`, { content: 'x' });
    const from = channel(`/messages/${message.id}`);
    const template = '/channels/{channel_id}/messages/{message_id}';
    await check(`POST ${from}/threads`, `POST ${template}/threads`, { name: 'from' }, 201);
    await check(`GET ${from}`, `GET ${template}`);
    const archive = { archived: true };
    await check(`PATCH /channels/${made.id}`, 'PATCH /channels/{channel_id}', archive);
    await check(`GET ${channel('/threads/archived/public')}`, `GET ${threads}/archived/public`);
    const active = 'GET /guilds/{guild_id}/threads/active';
    await check(`GET /guilds/${discord.guildId}/threads/active`, active);
    expect(mismatches).toEqual([]);
  });

  it('about the answer to an interaction, its follow-up and its edits', async () => {
    void discord.asUser(discord.managerId).runCommand('hi', { a: 'v' });
    const [interaction] = [...discord.state.world.interactions.values()];
    const token = interaction?.token;
    const reply = { type: 4, data: { content: 'hi' } };
    const callback = '/interactions/{interaction_id}/{interaction_token}/callback';
    const path = `/interactions/${interaction?.api.id}/${token}/callback?with_response=true`;
    await check(`POST ${path}`, `POST ${callback}`, reply);
    const webhook = '/webhooks/{webhook_id}/{webhook_token}';
    const own = `/webhooks/${discord.applicationId}/${token}`;
    await check(`POST ${own}`, `POST ${webhook}`, { content: 'more', flags: 64 });
    const original = `${webhook}/messages/@original`;
    await check(`GET ${own}/messages/@original`, `GET ${original}`);
    await check(`PATCH ${own}/messages/@original`, `PATCH ${original}`, { content: 'edited' });
    expect(mismatches).toEqual([]);
  });
});

/** Lists how a response to `METHOD /path` violates the specification. */
function listMismatches(template: string, answer: unknown) {
  const schema = RESPONSE_SCHEMAS[template];
  if (!schema) throw new Error(`There is no schema for ${template}.`);
  return schema.safeParse(answer).error?.issues ?? [];
}
