import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLocalDiscord, type LocalDiscord } from '../local-discord.ts';
import { ask, type Json } from '../testing/ask.ts';

const v2 = 1 << 15;
const x = (count: number): string => 'x'.repeat(count);
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const button = (index: number | string, extra: object = {}) => ({
  type: 2,
  style: 1,
  label: `${index}`,
  custom_id: `b${index}`,
  ...extra,
});
const row = (...components: object[]) => ({ type: 1, components });
const text = (content: string) => ({ type: 10, content });
const container = (...components: object[]) => ({ type: 17, components });
const section = (accessory: object, ...components: object[]) => ({
  type: 9,
  components,
  accessory,
});
const select = (count: number, extra: object = {}) => ({
  type: 3,
  custom_id: 's',
  options: many(count, (index) => ({ label: `${index}`, value: `${index}` })),
  ...extra,
});
const option = (name: string, extra: object = {}) => ({
  type: 3,
  name,
  description: 'd',
  ...extra,
});
const command = (extra: object = {}) => ({ name: 'ok', description: 'd', ...extra });

/** [what is wrong, the body, the code, the path of the error] */
type Row = [what: string, body: unknown, code: number, path?: string];

const messages: Row[] = [
  ['no content', {}, 50006],
  ['only white space', { content: ' \n ' }, 50006],
  ['2,001 characters', { content: x(2_001) }, 50035, 'content'],
  ['content that is a number', { content: 1 }, 50035, 'content'],
  ['11 embeds', { embeds: many(11, () => ({ title: 't' })) }, 50035, 'embeds'],
  [
    '6,001 characters in embeds',
    { embeds: [{ description: x(4_000) }, { description: x(2_001) }] },
    50035,
    'embeds.1',
  ],
  ['an embed title of 257', { embeds: [{ title: x(257) }] }, 50035, 'embeds.0.title'],
  [
    'an embed description of 4,097',
    { embeds: [{ description: x(4_097) }] },
    50035,
    'embeds.0.description',
  ],
  [
    '26 embed fields',
    { embeds: [{ fields: many(26, () => ({ name: 'n', value: 'v' })) }] },
    50035,
    'embeds.0.fields',
  ],
  [
    'a field name of 257',
    { embeds: [{ fields: [{ name: x(257), value: 'v' }] }] },
    50035,
    'embeds.0.fields.0.name',
  ],
  [
    'a field value of 1,025',
    { embeds: [{ fields: [{ name: 'n', value: x(1_025) }] }] },
    50035,
    'embeds.0.fields.0.value',
  ],
  [
    'an empty field value',
    { embeds: [{ fields: [{ name: 'n', value: ' ' }] }] },
    50035,
    'embeds.0.fields.0.value',
  ],
  [
    'a footer of 2,049',
    { embeds: [{ footer: { text: x(2_049) } }] },
    50035,
    'embeds.0.footer.text',
  ],
  ['an author of 257', { embeds: [{ author: { name: x(257) } }] }, 50035, 'embeds.0.author.name'],
  ['an empty embed', { embeds: [{}] }, 50035, 'embeds.0.description'],
  [
    'an embed link of another scheme',
    { embeds: [{ title: 't', image: { url: 'ftp://a.example/a' } }] },
    50035,
    'embeds.0.image.url',
  ],
  ['a nonce of 26', { content: 'x', nonce: x(26) }, 50035, 'nonce'],
  [
    '101 allowed users',
    { content: 'x', allowed_mentions: { users: many(101, (index) => `${index + 1}`) } },
    50035,
    'allowed_mentions.users',
  ],
  [
    'allowed users in two ways',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    50035,
    'allowed_mentions.users',
  ],
  [
    'an unknown kind of mention',
    { content: 'x', allowed_mentions: { parse: ['here'] } },
    50035,
    'allowed_mentions.parse.0',
  ],
  ['six rows', { components: many(6, (index) => row(button(index))) }, 50035, 'components'],
  [
    'six buttons in a row',
    { components: [row(...many(6, (index) => button(index)))] },
    50035,
    'components.0.components',
  ],
  [
    'a menu beside a button',
    { components: [row(select(1), button(1))] },
    50035,
    'components.0.components',
  ],
  ['an empty row', { components: [row()] }, 50035, 'components.0.components'],
  ['a text display without the flag', { components: [text('x')] }, 50035, 'components.0.type'],
  [
    'one custom_id twice',
    { components: [row(button(1), button(1))] },
    50035,
    'components.0.components.1.custom_id',
  ],
  [
    'a custom_id of 101',
    { components: [row(button(1, { custom_id: x(101) }))] },
    50035,
    'components.0.components.0.custom_id',
  ],
  [
    'a button label of 81',
    { components: [row(button(1, { label: x(81) }))] },
    50035,
    'components.0.components.0.label',
  ],
  [
    'a button without label',
    { components: [row({ type: 2, style: 1, custom_id: 'b' })] },
    50035,
    'components.0.components.0.label',
  ],
  [
    'a button without custom_id',
    { components: [row({ type: 2, style: 1, label: 'b' })] },
    50035,
    'components.0.components.0.custom_id',
  ],
  [
    'a link button without url',
    { components: [row({ type: 2, style: 5, label: 'b' })] },
    50035,
    'components.0.components.0.url',
  ],
  [
    'a link button with a custom_id',
    {
      components: [
        row({ type: 2, style: 5, label: 'b', url: 'https://a.example', custom_id: 'b' }),
      ],
    },
    50035,
    'components.0.components.0.custom_id',
  ],
  [
    'a link button to a script',
    { components: [row({ type: 2, style: 5, label: 'b', url: 'javascript:alert(1)' })] },
    50035,
    'components.0.components.0.url',
  ],
  [
    'a link of 513',
    { components: [row({ type: 2, style: 5, label: 'b', url: `https://a.example/${x(500)}` })] },
    50035,
    'components.0.components.0.url',
  ],
  [
    '26 menu options',
    { components: [row(select(26))] },
    50035,
    'components.0.components.0.options',
  ],
  [
    'a menu without options',
    { components: [row(select(0))] },
    50035,
    'components.0.components.0.options',
  ],
  [
    'an option label of 101',
    { components: [row({ type: 3, custom_id: 's', options: [{ label: x(101), value: 'v' }] })] },
    50035,
    'components.0.components.0.options.0.label',
  ],
  [
    'an option value of 101',
    { components: [row({ type: 3, custom_id: 's', options: [{ label: 'l', value: x(101) }] })] },
    50035,
    'components.0.components.0.options.0.value',
  ],
  [
    'one option value twice',
    {
      components: [
        row({
          type: 3,
          custom_id: 's',
          options: [
            { label: 'l', value: 'v' },
            { label: 'm', value: 'v' },
          ],
        }),
      ],
    },
    50035,
    'components.0.components.0.options.1.value',
  ],
  [
    'more values to choose than options',
    { components: [row(select(2, { max_values: 3 }))] },
    50035,
    'components.0.components.0.max_values',
  ],
  ['V2 with content', { flags: v2, content: 'x', components: [text('x')] }, 50035, 'content'],
  [
    'V2 with an embed',
    { flags: v2, embeds: [{ title: 't' }], components: [text('x')] },
    50035,
    'embeds',
  ],
  [
    'V2 with a poll',
    {
      flags: v2,
      poll: { question: { text: 'q' }, answers: [{ poll_media: { text: 'a' } }] },
      components: [text('x')],
    },
    50035,
    'poll',
  ],
  [
    'V2 with a sticker',
    { flags: v2, sticker_ids: ['1'], components: [text('x')] },
    50035,
    'sticker_ids',
  ],
  ['V2 without a component', { flags: v2 }, 50006],
  ['41 components', { flags: v2, components: many(41, () => text('x')) }, 50035, 'components'],
  [
    '41 components, most of them nested',
    {
      flags: v2,
      components: [
        container(...many(20, () => text('x'))),
        container(...many(19, () => text('x'))),
      ],
    },
    50035,
    'components',
  ],
  [
    '4,001 characters in one text',
    { flags: v2, components: [text(x(4_001))] },
    50035,
    'components.0.content',
  ],
  [
    '4,001 characters in all texts',
    { flags: v2, components: [container(text(x(4_000))), text('x')] },
    50035,
    'components',
  ],
  ['an empty text', { flags: v2, components: [text('')] }, 50035, 'components.0.content'],
  [
    'an empty container',
    { flags: v2, components: [container()] },
    50035,
    'components.0.components',
  ],
  [
    'a container in a container',
    { flags: v2, components: [container(container(text('x')))] },
    50035,
    'components.0.components.0.type',
  ],
  [
    'four texts in a section',
    { flags: v2, components: [section(button(1), ...many(4, () => text('x')))] },
    50035,
    'components.0.components',
  ],
  [
    'a section without accessory',
    { flags: v2, components: [{ type: 9, components: [text('x')] }] },
    50035,
    'components.0.accessory',
  ],
  [
    'one custom_id twice, one of them nested',
    { flags: v2, components: [section(button(1), text('x')), row(button(1))] },
    50035,
    'components.1.components.0.custom_id',
  ],
  [
    'one numeric id twice',
    {
      flags: v2,
      components: [
        { ...text('x'), id: 7 },
        { ...text('y'), id: 7 },
      ],
    },
    50035,
    'components.1.id',
  ],
  [
    'eleven pictures in a gallery',
    {
      flags: v2,
      components: [
        { type: 12, items: many(11, () => ({ media: { url: 'https://a.example/a.png' } })) },
      ],
    },
    50035,
    'components.0.items',
  ],
  [
    'a file that was not sent',
    { flags: v2, components: [{ type: 13, file: { url: 'attachment://a.txt' } }] },
    50035,
    'components.0.file.url',
  ],
  [
    'a picture that was not sent',
    { flags: v2, components: [{ type: 12, items: [{ media: { url: 'attachment://a.png' } }] }] },
    50035,
    'components.0.items.0.media.url',
  ],
  [
    'an embed’s picture that was not sent',
    { embeds: [{ image: { url: 'attachment://a.png' } }] },
    50035,
    'embeds.0.image.url',
  ],
  [
    'a reply to nothing',
    { content: 'x', message_reference: { message_id: '1' } },
    50035,
    'message_reference',
  ],
];

const commandLists: Row[] = [
  ['an object instead of a list', {}, 50035],
  ['101 slash commands', many(101, (index) => command({ name: `c${index}` })), 30032],
  ['16 user commands', many(16, (index) => ({ type: 2, name: `C ${index}` })), 30032],
  ['16 message commands', many(16, (index) => ({ type: 3, name: `C ${index}` })), 30032],
  ['an upper-case name', [command({ name: 'Latest' })], 50035, '0.name'],
  ['a name with a space', [command({ name: 'a b' })], 50035, '0.name'],
  ['a name of 33', [command({ name: x(33) })], 50035, '0.name'],
  ['an empty name', [command({ name: '' })], 50035, '0.name'],
  ['no description', [{ name: 'ok' }], 50035, '0.description'],
  ['a description of 101', [command({ description: x(101) })], 50035, '0.description'],
  ['a message command with a description', [{ type: 3, name: 'C', description: 'd' }], 50035, '0'],
  ['one name twice', [command(), command()], 50035, '1.name'],
  [
    'a translated name in upper case',
    [command({ name_localizations: { fr: 'Bonjour' } })],
    50035,
    '0.name_localizations.fr',
  ],
  [
    'an unknown language',
    [command({ name_localizations: { xx: 'ok' } })],
    50035,
    '0.name_localizations.xx',
  ],
  [
    '26 options',
    [command({ options: many(26, (index) => option(`o${index}`)) })],
    50035,
    '0.options',
  ],
  ['an upper-case option', [command({ options: [option('O')] })], 50035, '0.options.0.name'],
  [
    'one option twice',
    [command({ options: [option('o'), option('o')] })],
    50035,
    '0.options.1.name',
  ],
  [
    'a required option after an optional one',
    [command({ options: [option('a'), option('b', { required: true })] })],
    50035,
    '0.options.1',
  ],
  [
    '26 choices',
    [
      command({
        options: [
          option('o', { choices: many(26, (index) => ({ name: `${index}`, value: `${index}` })) }),
        ],
      }),
    ],
    50035,
    '0.options.0.choices',
  ],
  [
    'a choice of 101',
    [command({ options: [option('o', { choices: [{ name: 'n', value: x(101) }] })] })],
    50035,
    '0.options.0.choices.0.value',
  ],
  [
    'choices and autocomplete',
    [
      command({
        options: [option('o', { autocomplete: true, choices: [{ name: 'n', value: 'v' }] })],
      }),
    ],
    50035,
    '0.options.0',
  ],
  [
    'a subcommand beside an option',
    [command({ options: [{ type: 1, name: 's', description: 'd' }, option('o')] })],
    50035,
    '0.options.1',
  ],
  [
    '8,001 characters',
    [
      command({
        options: many(25, (index) =>
          option(`o${index}`, {
            description: x(100),
            choices: many(22, (at) => ({ name: `${at}${x(8)}`, value: `${at}` })),
          }),
        ),
      }),
    ],
    50035,
    '0',
  ],
  [
    'permissions that aren’t a number',
    [command({ default_member_permissions: 'ManageGuild' })],
    50035,
    '0.default_member_permissions',
  ],
  ['no context at all', [command({ contexts: [] })], 50035, '0.contexts'],
  ['a context that does not exist', [command({ contexts: [9] })], 50035, '0.contexts.0'],
];

const labelled = (component: object) => ({ type: 18, label: 'Label', component });
const choices = (count: number) =>
  many(count, (index) => ({ label: `Choice ${index}`, value: `${index}` }));
const modal = (...components: object[]) => ({
  type: 9,
  data: { custom_id: 'm', title: 'Title', components },
});
const field = (index: number, extra: object = {}) =>
  row({ type: 4, custom_id: `f${index}`, style: 1, label: 'Label', ...extra });

const callbacks: Row[] = [
  ['no type', {}, 50035, 'type'],
  ['a type for components', { type: 7, data: { content: 'x' } }, 50035, 'type'],
  ['suggestions for a command', { type: 8, data: { choices: [] } }, 50035, 'type'],
  ['an empty reply', { type: 4, data: {} }, 50006],
  ['2,001 characters', { type: 4, data: { content: x(2_001) } }, 50035, 'data.content'],
  [
    'six rows',
    { type: 4, data: { components: many(6, (index) => row(button(index))) } },
    50035,
    'data.components',
  ],
  ['a deferral with the V2 flag', { type: 5, data: { flags: v2 } }, 50035, 'data.flags'],
  ['a modal of six rows', modal(...many(6, (index) => field(index))), 50035, 'data.components'],
  ['a modal without rows', modal(), 50035, 'data.components'],
  [
    'a modal title of 46',
    { type: 9, data: { custom_id: 'm', title: x(46), components: [field(1)] } },
    50035,
    'data.title',
  ],
  [
    'two fields in a row',
    modal(
      row(
        { type: 4, custom_id: 'a', style: 1, label: 'a' },
        { type: 4, custom_id: 'b', style: 1, label: 'b' },
      ),
    ),
    50035,
    'data.components.0.components',
  ],
  [
    'a field without label',
    modal(row({ type: 4, custom_id: 'a', style: 1 })),
    50035,
    'data.components.0.components.0.label',
  ],
  ['one field twice', modal(field(1), field(1)), 50035, 'data.components.1.components.0.custom_id'],
  [
    'a disabled menu in a modal',
    modal(labelled({ type: 3, custom_id: 'a', options: choices(2), disabled: true })),
    50035,
    'data.components.0.component.disabled',
  ],
  [
    'a required menu that allows zero values',
    modal(labelled({ type: 3, custom_id: 'a', options: choices(2), min_values: 0 })),
    50035,
    'data.components.0.component.min_values',
  ],
  [
    'a menu in a modal with more values to choose than options',
    modal(labelled({ type: 3, custom_id: 'a', options: choices(2), max_values: 3 })),
    50035,
    'data.components.0.component.max_values',
  ],
  [
    'one value twice in radio buttons',
    modal(labelled({ type: 21, custom_id: 'a', options: [...choices(2), ...choices(1)] })),
    50035,
    'data.components.0.component.options.2.value',
  ],
  [
    'radio buttons with two defaults',
    modal(
      labelled({
        type: 21,
        custom_id: 'a',
        options: choices(2).map((one) => ({ ...one, default: true })),
      }),
    ),
    50035,
    'data.components.0.component.options',
  ],
  [
    'one radio button',
    modal(labelled({ type: 21, custom_id: 'a', options: choices(1) })),
    50035,
    'data.components.0.component.options',
  ],
  [
    'eleven boxes',
    modal(labelled({ type: 22, custom_id: 'a', options: choices(11) })),
    50035,
    'data.components.0.component.options',
  ],
  [
    'eleven files',
    modal(labelled({ type: 19, custom_id: 'a', max_values: 11 })),
    50035,
    'data.components.0.component.max_values',
  ],
  [
    'a minimum of files above the maximum',
    modal(labelled({ type: 19, custom_id: 'a', min_values: 3, max_values: 2 })),
    50035,
    'data.components.0.component.max_values',
  ],
  [
    'a menu in a row of a modal',
    modal(row({ type: 3, custom_id: 'a', options: choices(2) })),
    50035,
    'data.components.0.components.0.type',
  ],
  ['a button in a label', modal(labelled(button(1))), 50035, 'data.components.0.component.type'],
];

describe('what Discord refuses is refused', () => {
  let discord: LocalDiscord;
  beforeAll(async () => {
    discord = await openLocalDiscord({ rateLimits: false });
  });
  afterAll(async () => {
    await discord.close();
  });

  it.each(messages)('a message with %s', async (_what, body, code, path) => {
    const before = discord.state.messages(discord.channelId).length;
    expect(
      refusalOf(await ask(discord, `POST /channels/${discord.channelId}/messages`, body)),
    ).toEqual(refusal(code, path));
    expect(discord.state.messages(discord.channelId)).toHaveLength(before);
  });

  it.each(commandLists)('commands with %s', async (_what, body, code, path) => {
    const at = `PUT /applications/${discord.applicationId}/commands`;
    expect(refusalOf(await ask(discord, at, body))).toEqual(refusal(code, path));
    expect(discord.state.commands()).toEqual([]);
  });

  it.each(callbacks)('an answer to a command with %s', async (_what, body, code, path) => {
    const guildCommands = `PUT /applications/${discord.applicationId}/guilds/${discord.guildId}/commands`;
    await ask(discord, guildCommands, [command({ name: 'wrong' })]);
    const outcome = discord.asUser(discord.memberId).runCommand('wrong');
    const [interaction] = [...discord.state.world.interactions.values()].slice(-1);
    const at = `/interactions/${interaction?.api.id}/${interaction?.token}/callback`;
    expect(refusalOf(await ask(discord, `POST ${at}`, body))).toEqual(refusal(code, path));
    expect((await ask(discord, `POST ${at}`, { type: 4, data: { content: 'right' } })).status).toBe(
      204,
    );
    expect(await outcome).toMatchObject({ kind: 'replied', message: { content: 'right' } });
    await ask(discord, guildCommands, []);
  });

  it('a body that is not JSON, or has another content type', async () => {
    const at = `POST /channels/${discord.channelId}/messages`;
    const type = { 'content-type': 'application/json' };
    expect(refusalOf(await ask(discord, at, '{"content":', type))).toEqual(refusal(50109));
    const other = { 'content-type': 'text/plain' };
    expect(refusalOf(await ask(discord, at, '{"content":"x"}', other))).toEqual(
      refusal(50035, '_'),
    );
  });

  it('a request of more than 25 MiB', async () => {
    const form = new FormData();
    form.set('payload_json', '{}');
    form.set('files[0]', new Blob([new Uint8Array(25 * 1024 * 1024)]), 'big.bin');
    const answer = await ask(discord, `POST /channels/${discord.channelId}/messages`, form);
    expect(answer).toMatchObject({ status: 413, json: { code: 40005 } });
  });

  it('a list of more than 100 messages', async () => {
    const at = `GET /channels/${discord.channelId}/messages`;
    expect(refusalOf(await ask(discord, `${at}?limit=101`))).toEqual(refusal(50035, 'limit'));
    expect(refusalOf(await ask(discord, `${at}?limit=0`))).toEqual(refusal(50035, 'limit'));
  });

  it.each([
    ['an unknown channel', 'GET /channels/1', 404, 10003],
    ['an unknown guild', 'GET /guilds/1', 404, 10004],
    ['an unknown message', 'GET /channels/CHANNEL/messages/1', 404, 10008],
    ['an unknown user', 'GET /users/1', 404, 10013],
    ['an unknown member', 'GET /guilds/GUILD/members/1', 404, 10013],
    ['an unknown role', 'GET /guilds/GUILD/roles/1', 404, 10011],
    ['an unknown route', 'GET /nothing', 404, 0],
    ['an unknown interaction', 'POST /interactions/1/token/callback', 404, 10062],
    ['an unknown webhook', 'POST /webhooks/1/token', 404, 10015],
  ])('%s', async (_what, route, status, code) => {
    const path = route.replace('CHANNEL', discord.channelId).replace('GUILD', discord.guildId);
    const body = route.startsWith('POST') ? {} : undefined;
    expect(await ask(discord, path, body)).toMatchObject({ status, json: { code } });
  });
});

describe('what Discord accepts is accepted', () => {
  it.each<readonly [what: string, body: unknown]>([
    ['2,000 characters', { content: x(2_000) }],
    [
      '6,000 characters in embeds',
      { embeds: [{ description: x(4_000) }, { description: x(2_000) }] },
    ],
    [
      'five rows of five buttons',
      { components: many(5, (at) => row(...many(5, (index) => button(`${at}-${index}`)))) },
    ],
    [
      '40 components, nested ones included',
      {
        flags: v2,
        components: [
          container(...many(20, () => text('x'))),
          container(...many(18, () => text('x'))),
        ],
      },
    ],
    [
      '4,000 characters in all texts',
      { flags: v2, components: [text(x(2_000)), container(text(x(2_000)))] },
    ],
    [
      'a link button',
      { components: [row({ type: 2, style: 5, label: 'b', url: 'https://a.example' })] },
    ],
    [
      'nulls instead of missing fields',
      { content: 'x', embeds: null, components: null, flags: null, nonce: null },
    ],
  ])('a message with %s', async (_what, body) => {
    const discord = await openLocalDiscord();
    const answer = await ask(discord, `POST /channels/${discord.channelId}/messages`, body);
    expect(answer.json).toMatchObject({ id: expect.any(String) });
    expect(answer.status).toBe(200);
    await discord.close();
  });

  it('100 slash, 15 user and 15 message commands', async () => {
    const discord = await openLocalDiscord();
    const body = [
      ...many(100, (index) => command({ name: `c${index}` })),
      ...many(15, (index) => ({ type: 2, name: `User ${index}` })),
      ...many(15, (index) => ({ type: 3, name: `Message ${index}` })),
    ];
    const at = `PUT /applications/${discord.applicationId}/commands`;
    expect((await ask(discord, at, body)).status).toBe(200);
    await discord.close();
  });

  it.each(['resume', 'résumé', 'новости', 'أخبار', 'ニュース', 'हिन्दी', 'ข่าว', "l'actu", 'a-b_c'])(
    'a command called %s',
    async (name) => {
      const discord = await openLocalDiscord();
      const at = `PUT /applications/${discord.applicationId}/commands`;
      expect((await ask(discord, at, [command({ name })])).json).toMatchObject([{ name }]);
      await discord.close();
    },
  );
});

/** Builds the expected result of `refusalOf`. */
function refusal(code: number, path = ''): object {
  return { status: 400, code, path: code === 50035 ? path : undefined };
}

function refusalOf(answer: { status: number; json: Json }): object {
  const { code, errors } = answer.json;
  return { status: answer.status, code, path: listPaths(errors ?? {})[0] };
}

/** Lists the paths of Discord's nested errors, as `a.0.b`. */
function listPaths(errors: Record<string, Json>, at: string[] = []): string[] {
  return Object.entries(errors).flatMap(([key, value]) =>
    key === '_errors' ? [at.join('.')] : listPaths(value, [...at, key]),
  );
}
