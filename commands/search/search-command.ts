import { renderArticlePage } from '../shared/article-page.ts';
import { defineAction } from '../../src/command/command.ts';
import type { CommandContext, SlashCommand } from '../../src/command/command.ts';
import { adviseOnWords } from '../shared/narrowing/advise-on-words.ts';
import { describeList } from '../shared/narrowing/describe-list.ts';
import { NARROWING, SINCE, SUGGEST_NARROWING } from '../shared/narrowing/narrowing-options.ts';
import { buildNothingFound } from '../shared/nothing-found.ts';
import { describeLeftOut } from '../shared/describe-older.ts';
import { selectFoundSentences } from './found-sentences.ts';
import { clampOffset, parseOffset } from '../../src/command/page-buttons.ts';
import { readNarrowing } from '../shared/narrowing/read-narrowing.ts';
import { drawSearchCoverage } from './search-coverage.ts';
import { compileNarrowing } from '../../src/index/narrowing/compile-narrowing.ts';
import {
  decodeIgnored,
  decodeNarrowing,
  encodeIgnored,
  encodeNarrowing,
} from '../../src/index/narrowing/encode-narrowing.ts';
import { searchAll, type AllFound } from '../../src/index/older/search-all.ts';
import type { ParsedNarrowing } from '../../src/index/narrowing/narrowing.ts';
import { renderHighlighted } from '../../src/render/render-highlighted.ts';
import { renderLine } from '../../src/render/render-text.ts';
import { languageName } from '../../src/text/language-names.ts';

const ARTICLES_A_PAGE = 5;
const SENTENCE_SIZE = 600;
const ADVICE_SIZE = 200;
const DESCRIPTION = 'Finds articles and shows the sentence that matches best';

/** `/search`: the articles that match best, each with the sentence that shows why. */
export const search: SlashCommand = {
  kind: 'slash',
  name: 'search',
  description: DESCRIPTION,
  access: 'everyone',
  contexts: ['guild', 'bot-dm', 'private-channel'],
  action: defineAction({
    description: DESCRIPTION,
    options: {
      query: {
        type: 'string',
        description: 'Words, "a phrase", -without, source:name, country:FR, since:7d',
        required: true,
        maxLength: 200,
      },
      ...NARROWING,
      since: SINCE,
    },
    audience: 'channel',
    storesNothing: true,
    example: '/search query:"death toll" -Turkey since:2023-09-01',
    suggest: SUGGEST_NARROWING,
    run: async (values, context) => renderFirst(readNarrowing(values, context), 0, context),
  }),
  components: {
    list: async ([offset, ...state], context) =>
      renderPage(
        { ...decodeNarrowing(state), ignored: decodeIgnored(state) },
        parseOffset(offset),
        context,
        decodeFirst(state),
      ),
    /** Buttons of earlier versions. Their state is what was typed, read in the locale of the person who presses one. */
    page: async ([offset, query = '', source, since, language, country], context) => {
      const typed = { query, source, since, language, country };
      return renderFirst(readNarrowing(typed, context), parseOffset(offset), context);
    },
  },
};

/** Which language comes first may depend on who searches. A person who turns the page later sees the same list. */
async function renderFirst(narrowing: ParsedNarrowing, from: number, context: CommandContext) {
  const { services, locale } = context;
  const { first } =
    narrowing.languages.length === 1
      ? {}
      : await services.cache.keep(['query language', narrowing, locale], async () => ({
          first: services.index.queryLanguage(compileNarrowing(narrowing), locale),
        }));
  return renderPage(narrowing, from, context, first);
}

/** @param first The language whose articles come first; see `queryLanguage`. */
async function renderPage(
  narrowing: ParsedNarrowing,
  from: number,
  context: CommandContext,
  first: string | undefined,
) {
  const { services, guildId } = context;
  const { index, older, cache } = services;
  const find = (offset: number): Promise<AllFound> => {
    const searchNow = () =>
      searchAll(index, older, narrowing, { limit: ARTICLES_A_PAGE, offset, first });
    // What is found among older articles may change while the index does not.
    return older
      ? searchNow()
      : cache.keep(['search', guildId, narrowing, offset, first], searchNow);
  };
  const found = await find(from);
  const { total, relaxed } = found;
  const leftOut = describeLeftOut(older, found.older);
  if (total === 0) {
    const advice = 'No article has these words. Try fewer or other words, or an earlier date.';
    const searched = { isAll: found.older?.kind === 'searched', leftOut };
    throw await buildNothingFound(context, advice, narrowing, searched);
  }
  const offset = clampOffset(from, ARTICLES_A_PAGE, total);
  const { hits } = offset === from ? found : await find(offset);
  // A chart of articles that have only some of the words would say nothing, and one without the older ones is not whole.
  const hasOlder = found.older?.kind === 'searched' && found.older.hits.length > 0;
  const chart =
    offset === 0 && !relaxed && !hasOlder
      ? await drawSearchCoverage(narrowing, context)
      : undefined;
  return renderArticlePage(services, {
    command: 'search',
    action: 'list',
    heading: 'Search',
    notes: [
      ...describeList(narrowing, context),
      ...(relaxed ? [describeRelaxed(narrowing, services)] : []),
      ...(leftOut === undefined ? [] : [leftOut]),
      ...(first === undefined ? [] : [`articles in ${languageName(first, 'en')} come first`]),
    ],
    ...(chart && { picture: chart }),
    ids: hits.map(({ id }) => id),
    sentencesOf: (article) =>
      selectFoundSentences(services.readingOf(article), services.index.corpus, narrowing).map(
        ({ text, spans }) => renderHighlighted(text, spans, SENTENCE_SIZE),
      ),
    offset,
    count: ARTICLES_A_PAGE,
    total,
    state: [...encodeNarrowing(narrowing), ...(first === undefined ? [] : [FIRST + first])],
    additions: encodeIgnored(narrowing.ignored),
  });
}

function describeRelaxed(narrowing: ParsedNarrowing, { index }: CommandContext['services']) {
  const relaxed = 'No article has all these words; these have some of them.';
  const meant = adviseOnWords(narrowing, index);
  return meant === undefined ? relaxed : `${relaxed} ${renderLine(meant, ADVICE_SIZE)}`;
}

/** The letter before that language in a button; no part of a narrowing begins with it. */
const FIRST = 'f';

function decodeFirst(state: readonly string[]): string | undefined {
  const first = state.find((part) => part.startsWith(FIRST))?.slice(FIRST.length);
  return first !== undefined && /^[a-z]{2,3}$/u.test(first) ? first : undefined;
}
