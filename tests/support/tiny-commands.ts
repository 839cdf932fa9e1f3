import { setTimeout as sleep } from 'node:timers/promises';
import { ComponentType } from 'discord-api-types/v10';
import { defineAction, type Command } from '../../src/command/command.ts';
import { UserError } from '../../src/errors.ts';
import { buildButton, buildPanel, buildRow, buildText } from '../../src/render/components.ts';
import type { Message } from '../../src/render/message.ts';

const everywhere = ['guild', 'bot-dm', 'private-channel'] as const;

/** A message of plain text. */
export function say(content: string): Message {
  return { content, allowed_mentions: { parse: [] } };
}

/** A page with a button to the next one and a menu to any. */
function buildPage(page: number): Message {
  return buildPanel(
    [buildText(`Page ${page}`)],
    [
      buildRow([buildButton('Next', `pages:turn:${page + 1}`)]),
      buildRow([
        {
          type: ComponentType.StringSelect,
          custom_id: 'pages:choose',
          options: ['1', '7'].map((value) => ({ label: `Page ${value}`, value })),
        },
      ]),
      ...['open', 'fail'].map((action) =>
        buildRow([
          {
            type: ComponentType.StringSelect,
            custom_id: `pages:${action}`,
            options: [{ label: 'Page 7', value: '7' }],
          },
        ]),
      ),
    ],
  );
}

/** Commands of every kind, each as small as possible. */
export const tinyCommands: readonly Command[] = [
  {
    kind: 'slash',
    name: 'echo',
    description: 'Says what it was told',
    access: 'everyone',
    contexts: everywhere,
    action: defineAction({
      description: 'Says what it was told',
      options: {
        text: { type: 'string', description: 'What to say', required: true },
        times: { type: 'integer', description: 'How often', min: 1, max: 3 },
        loud: { type: 'boolean', description: 'In capitals' },
      },
      audience: 'channel',
      example: '/echo text:hello',
      run: async ({ text, times = 1, loud }) =>
        say(Array.from({ length: times }, () => (loud ? text.toUpperCase() : text)).join(' ')),
    }),
  },
  {
    kind: 'slash',
    name: 'whoami',
    description: 'Tells what is known of the requester',
    access: 'everyone',
    contexts: everywhere,
    action: defineAction({
      description: 'Tells what is known of the requester',
      options: {},
      audience: 'requester',
      example: '/whoami',
      run: async (_options, { userId, guildId, channelId, locale, isManager }) =>
        say(JSON.stringify({ userId, guildId, channelId, locale, isManager })),
    }),
  },
  {
    kind: 'slash',
    name: 'settings',
    description: 'Changes settings',
    access: 'managers',
    contexts: ['guild'],
    subcommands: {
      set: defineAction({
        description: 'Sets a channel and a role',
        options: {
          channel: { type: 'channel', description: 'Where' },
          role: { type: 'role', description: 'Whom' },
        },
        audience: 'requester',
        example: '/settings set',
        run: async (options) => say(`set ${JSON.stringify(options)}`),
      }),
      show: defineAction({
        description: 'Shows settings',
        options: {},
        audience: 'requester',
        example: '/settings show',
        run: async () =>
          buildPanel([buildText('Settings')], [buildRow([buildButton('Reset', 'settings:reset')])]),
      }),
    },
    components: { reset: async () => say('reset') },
  },
  {
    kind: 'slash',
    name: 'board',
    description: 'A board that everyone reads',
    access: 'everyone',
    contexts: ['guild'],
    subcommands: {
      read: defineAction({
        description: 'Reads the board',
        options: {},
        audience: 'requester',
        example: '/board read',
        run: async () => say('read'),
      }),
      write: defineAction({
        description: 'Writes on the board',
        options: { text: { type: 'string', description: 'What', autocomplete: true } },
        audience: 'requester',
        access: 'managers',
        example: '/board write',
        suggest: { text: () => [{ name: 'a', value: 'a' }] },
        run: async ({ text }) => say(`wrote ${text}`),
      }),
    },
  },
  {
    kind: 'slash',
    name: 'fail',
    description: 'Fails',
    access: 'everyone',
    contexts: everywhere,
    subcommands: {
      openly: defineAction({
        description: 'Fails where all can see',
        options: { how: { type: 'string', description: 'How', choices: ['user', 'bug', 'limit'] } },
        audience: 'channel',
        example: '/fail openly',
        run: ({ how }) => fail(how),
      }),
      quietly: defineAction({
        description: 'Fails where nobody sees',
        options: { how: { type: 'string', description: 'How', choices: ['user', 'bug', 'limit'] } },
        audience: 'requester',
        example: '/fail quietly',
        run: ({ how }) => fail(how),
      }),
    },
    components: {
      user: () => fail('user'),
      bug: () => fail('bug'),
    },
  },
  {
    kind: 'slash',
    name: 'show',
    description: 'Stores nothing',
    access: 'everyone',
    contexts: everywhere,
    subcommands: {
      all: defineAction({
        description: 'Shows something to everyone',
        options: { ms: { type: 'integer', description: 'How long it takes' } },
        audience: 'channel',
        storesNothing: true,
        example: '/show all',
        async run({ ms = 0 }) {
          await sleep(ms);
          return say('shown');
        },
      }),
      me: defineAction({
        description: 'Shows something to the requester',
        options: {},
        audience: 'requester',
        storesNothing: true,
        example: '/show me',
        run: async () => say('shown'),
      }),
      nothing: defineAction({
        description: 'Fails where all can see',
        options: {
          how: { type: 'string', description: 'How', choices: ['user', 'bug', 'limit'] },
          ms: { type: 'integer', description: 'After how long' },
        },
        audience: 'channel',
        storesNothing: true,
        example: '/show nothing',
        async run({ how, ms = 0 }) {
          await sleep(ms);
          return await fail(how);
        },
      }),
    },
  },
  {
    kind: 'slash',
    name: 'slow',
    description: 'Takes its time',
    access: 'everyone',
    contexts: everywhere,
    action: defineAction({
      description: 'Takes its time',
      options: { ms: { type: 'integer', description: 'How long', required: true } },
      audience: 'channel',
      example: '/slow ms:4000',
      run: async ({ ms }) => {
        await sleep(ms);
        return say('done');
      },
    }),
  },
  {
    kind: 'slash',
    name: 'pages',
    description: 'Has pages',
    access: 'everyone',
    contexts: everywhere,
    action: defineAction({
      description: 'Has pages',
      options: {},
      audience: 'channel',
      example: '/pages',
      run: async () => buildPage(1),
    }),
    components: {
      turn: async ([page]) => buildPage(Number(page)),
      choose: async (_state, _context, [page]) => buildPage(Number(page)),
    },
    replies: {
      open: async (_state, _context, [page]) => say(`Opened ${page}`),
      fail: () => fail('user'),
    },
  },
  {
    kind: 'slash',
    name: 'pick',
    description: 'Suggests',
    access: 'everyone',
    contexts: everywhere,
    action: defineAction({
      description: 'Suggests',
      options: {
        what: { type: 'string', description: 'What', autocomplete: true, required: true },
        from: { type: 'string', description: 'From where' },
      },
      audience: 'requester',
      example: '/pick what:a',
      run: async ({ what }) => say(what),
      suggest: {
        what: async (typed, { locale }, others) => {
          if (typed === 'throw') throw new Error('no suggestions today');
          if (typed === 'hang') await sleep(60_000, undefined, { ref: false });
          if (typed === 'none') return [];
          const from = typeof others['from'] === 'string' ? others['from'] : '-';
          return Array.from({ length: 40 }, (_, n) => ({
            name: `${typed} ${n} ${locale} ${from} ${'x'.repeat(200)}`,
            value: `${typed}-${n}`,
          }));
        },
      },
    }),
  },
  {
    kind: 'message',
    name: 'Read',
    description: 'Reads a message',
    access: 'everyone',
    contexts: everywhere,
    audience: 'requester',
    example: 'Apps → Read',
    run: async ({ content }) => say(`It says: ${content}`),
  },
];

async function fail(how: string | undefined): Promise<Message> {
  if (how === 'bug') throw new TypeError('secret details');
  if (how === 'limit') return say('x'.repeat(5_000));
  throw new UserError('not-found', 'There is no such article. Try /search.');
}
