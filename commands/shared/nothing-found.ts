import { UserError } from '../../src/errors.ts';
import type { CommandContext } from '../../src/command/command.ts';
import { describeOutage } from '../../src/ingest/sources/describe-outage.ts';
import type { Source } from '../../src/ingest/sources/source.ts';
import { countOf } from '../../src/text/count-of.ts';
import { compileNarrowing } from '../../src/index/narrowing/compile-narrowing.ts';
import { UNLIMITED, type Limits, type Narrowing } from '../../src/index/narrowing/narrowing.ts';
import { countryName } from '../../src/text/places/country-names.ts';
import { describeRecentOnly } from './describe-older.ts';
import { adviseOnWords } from './narrowing/advise-on-words.ts';
import { areUsual, EVERY_LANGUAGE, listLanguages } from './narrowing/describe-usual.ts';
import { adviseOnSources, findUnknownLimits, listNames } from './narrowing/unknown-limits.ts';

/** Languages named to someone who asked for another one, the most frequent first. */
const LANGUAGES_SHOWN = 3;

/** Who asked, and with what services. */
type Asker = Pick<CommandContext, 'services' | 'guildId' | 'isManager' | 'usual'>;

/** Whether older articles than those in the index were searched, and which were left out, as a sentence. */
interface Searched {
  readonly isAll: boolean;
  readonly leftOut: string | undefined;
}

/**
 * Builds the error for a list without any article. Its message says that articles are missing or still
 * being read, else that none has the publisher, language or country asked for, else `advice` and which words may be meant.
 */
export async function buildNothingFound(
  context: Asker,
  advice: string,
  narrowing: Partial<Narrowing> = {},
  searched: Searched = { isAll: false, leftOut: describeRecentOnly(context.services.older) },
): Promise<UserError> {
  const { services } = context;
  const { articleCount, reading } = services.health();
  if (reading) {
    const wait = `I am still reading the stored articles, ${articleCount} so far. Try again in a moment.`;
    return new UserError('not-available', wait);
  }
  const feeds = await services.manageSources.list(context.guildId);
  if (articleCount === 0 && !services.older)
    return new UserError('not-available', describeEmpty(feeds, context));
  const { isAll, leftOut } = searched;
  const unknown = isAll ? undefined : describeUnknown(narrowing, context, feeds);
  const more = [adviseOnWords(narrowing, services.index), describeElsewhere(narrowing, context)];
  const parts = [...(unknown === undefined ? [advice, ...more] : [unknown]), leftOut];
  return new UserError('not-found', parts.filter((part) => part !== undefined).join(' '));
}

/** Says how many articles would fit in languages that nobody left out by name; undefined if none would. */
function describeElsewhere(
  narrowing: Partial<Narrowing>,
  { services, usual }: Asker,
): string | undefined {
  if (!areUsual(narrowing.languages ?? [], usual)) return undefined;
  const count = (languages: readonly string[]): number => {
    const filter = compileNarrowing({ ...UNLIMITED, ...narrowing, languages });
    return services.index.newest(filter, { limit: 0 }).total;
  };
  // Some may fit in the usual ones, too, and not be shown for another reason.
  const total = count([]) - count(usual.languages);
  if (total === 0) return undefined;
  const fitting = total === 1 ? '1 article fits' : `${total} articles fit`;
  return `${fitting} in other languages: \`language:${EVERY_LANGUAGE}\` shows ${total === 1 ? 'it' : 'them'}.`;
}

/** Says whether articles will come, or who can see to it. */
function describeEmpty(feeds: readonly Source[], { guildId, isManager }: Asker): string {
  const outage = describeOutage(feeds);
  if (outage !== undefined) return `There are no articles yet. ${outage}`;
  const count = feeds.filter(({ paused }) => !paused).length;
  if (count > 0) {
    return `There are no articles yet, but I am reading ${countOf(count, 'feed')}. Try again in a few minutes; \`/sources list\` shows how it goes.`;
  }
  const files = 'The person who runs this bot adds them with `dateline import PATH`.';
  if (!guildId) return `There are no articles yet. ${files}`;
  const who = isManager
    ? '`/sources add` reads a feed'
    : 'People with Manage Server add feeds with `/sources add`';
  return `There are no articles yet. ${who}. ${files}`;
}

/** Names the first list of which no entry is known: no article can have it. */
function describeUnknown(
  limits: Partial<Limits>,
  { services: { index }, usual, guildId, isManager }: Asker,
  feeds: readonly Source[],
): string | undefined {
  const unknown = findUnknownLimits(limits, index);
  const { sources, languages, countries } = unknown;
  const isWholeList = (name: keyof Limits): boolean =>
    unknown[name].length > 0 && unknown[name].length === limits[name]?.length;
  if (isWholeList('sources'))
    return `I have no articles from ${listAll(sources)}. ${adviseOnSources(sources, listNames(index, feeds))}`;
  if (isWholeList('languages')) {
    const known = index.languages().map(({ lang }) => lang);
    const none = `I have no articles in ${listLanguages(languages)}. Try ${listLanguages(known.slice(0, LANGUAGES_SHOWN))}`;
    if (!areUsual(languages, usual)) return `${none}.`;
    const set =
      guildId && isManager ? '; `/settings set` chooses the languages of this server' : '';
    return `${none}: \`language:${EVERY_LANGUAGE}\` shows every language${set}.`;
  }
  if (isWholeList('countries'))
    return `I have no articles about ${listAll(countries.map((country) => countryName(country)))}.`;
  return undefined;
}

function listAll(names: readonly string[]): string {
  return [...new Set(names)].join(' or ');
}
