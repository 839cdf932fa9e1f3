import { createHash } from 'node:crypto';
import { nameCommand, translate } from '../../command/localizations/translate.ts';
import type { Permission } from '../../command/needed-permissions.ts';
import type { Usual } from '../../digest/guild/usual.ts';
import { buildPanel, buildSeparator, buildText } from '../../render/components.ts';
import type { Message } from '../../render/message.ts';
import { languageName } from '../../text/language-names.ts';

/** What a server is told when the bot joins it. */
export interface Greeting {
  readonly guildId: string;
  /** Discord's locale of the server. */
  readonly locale: string;
  readonly joinedAt: string;
  readonly usual: Usual;
  /** The languages that there are articles in. */
  readonly stored: readonly string[];
  /** What the bot lacks in the channel of the greeting. */
  readonly lacking: readonly Permission[];
}

/** A message, and the text by which it is found in a channel again. */
export interface MarkedMessage {
  readonly message: Message;
  readonly mark: string;
}

/** Builds the greeting of a server: three next steps, and what permission is missing. It mentions nobody. */
export function buildGreeting(greeting: Greeting): MarkedMessage {
  const { locale, usual, stored, lacking } = greeting;
  const say = (text: string, values?: Readonly<Record<string, string>>): string =>
    translate(text, locale, values);
  const name = (...path: string[]): string => nameCommand(path, locale);
  const languages =
    usual.languages.length === 0
      ? say('every language')
      : usual.languages.map((lang) => languageName(lang, locale)).join(', ');
  const isEmpty =
    usual.languages.length > 0 && !usual.languages.some((one) => stored.includes(one));
  const steps = [
    say('`{digest}` shows the news of this moment', { digest: name('digest', 'now') }),
    say('`{schedule}` has a digest posted every day', { schedule: name('schedule', 'add') }),
    say('`{settings}` chooses the languages and the time zone. Now: {languages}, {zone}', {
      settings: name('settings', 'set'),
      languages,
      zone: usual.zone,
    }),
  ];
  const blocks = [
    [
      `## ${say('Hello! I bring news')}`,
      say('In the publishers’ own sentences, each with its link. Three next steps:'),
      ...steps.map((step, index) => `${index + 1}. ${step}`),
    ],
    isEmpty
      ? [
          say('I have no articles in this language yet. `{sources}` reads a feed', {
            sources: name('sources', 'add'),
          }),
        ]
      : [],
    lacking.length > 0
      ? [
          say('**I lack permissions in this channel:**'),
          ...lacking.map((one) => `- ${one.name}: ${say(one.reason)}`),
        ]
      : [],
    [
      `-# ${say('`{help}` shows every command. Planning and settings need Manage Server', {
        help: name('help'),
      })}`,
    ],
  ].filter((lines) => lines.length > 0);
  const id = nameJoining(greeting);
  const [head = buildText(''), ...rest] = blocks.map((lines) => buildText(lines.join('\n')));
  const message = buildPanel([
    { ...head, id },
    ...rest.flatMap((text) => [buildSeparator(), text]),
  ]);
  return { message, mark: `"id":${id}` };
}

/** The number of a joining as the id of a component, of at most 31 bits and not among the small ones that Discord gives. */
function nameJoining({ guildId, joinedAt }: Pick<Greeting, 'guildId' | 'joinedAt'>): number {
  const hash = createHash('sha256').update(`${guildId}:${joinedAt}`).digest();
  return 2 ** 30 + (hash.readUInt32BE(0) >>> 2);
}
