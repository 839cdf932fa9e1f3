import type { CommandContext } from '../../src/command/command.ts';
import { renderLine } from '../../src/render/render-text.ts';
import { languageName } from '../../src/text/language-names.ts';
import { countOf } from '../../src/text/count-of.ts';
import { EVERY_LANGUAGE, listLanguages } from '../shared/narrowing/describe-usual.ts';
import { findUnknownLimits } from '../shared/narrowing/unknown-limits.ts';
import type { FoundSettings } from './read-settings.ts';

const ZONE_SIZE = 60;
/** Languages that are named besides those of the server, the most frequent first. */
const LANGUAGES_SHOWN = 8;

/** Describes the settings of a server in blocks of markdown lines: what they are, why, and what they do. */
export function describeSettings(found: FoundSettings, context: CommandContext): string[][] {
  return [
    [describeLanguages(found, context), describeZone(found)],
    [...describeStored(found, context), ...describeUnreadable(found)],
    [
      `-# Every command and schedule uses them where nobody names others; \`language:${EVERY_LANGUAGE}\` shows every language.`,
      '-# A schedule keeps the zone that it was planned with. `/settings set` changes them.',
    ],
  ];
}

function describeLanguages({ usual, settings }: FoundSettings, context: CommandContext): string {
  if (usual.languages.length === 0) return '**Languages:** every language';
  const named = `**Languages:** ${listLanguages(usual.languages, ', ')}`;
  if (settings?.languages) return named;
  return context.guildLocale?.startsWith('en')
    ? `${named}, as in Discord. A server that is no community is always English there`
    : `${named}, as in Discord`;
}

function describeZone({ usual, settings }: FoundSettings): string {
  const zone = `**Zone:** ${renderLine(usual.zone, ZONE_SIZE)}`;
  return settings?.zone === undefined ? `${zone}, as nobody chose one` : zone;
}

/** Says in which languages there are articles, and which of the server's have none. */
function describeStored(
  { usual }: FoundSettings,
  { services: { index } }: CommandContext,
): string[] {
  const { languages: empty } = findUnknownLimits({ languages: usual.languages }, index);
  const counts = index.languages();
  const counted = counts
    .slice(0, LANGUAGES_SHOWN)
    .map(({ lang, articleCount }) => `${languageName(lang, 'en')} ${articleCount}`);
  const more = counts.length - counted.length;
  return [
    ...(empty.length > 0
      ? [`**I have no articles in ${listLanguages(empty)} yet.** \`/sources add\` reads a feed.`]
      : []),
    ...(counted.length > 0
      ? [
          `Articles by language: ${counted.join(' · ')}${more > 0 ? ` and ${countOf(more, 'other language')}` : ''}`,
        ]
      : []),
  ];
}

function describeUnreadable({ isUnreadable }: FoundSettings): string[] {
  return isUnreadable
    ? [
        'I cannot read what was set before; a later version may have stored it. `/settings set` replaces it, and `/settings reset` takes it away.',
      ]
    : [];
}
