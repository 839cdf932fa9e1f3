import { renderArticlePage } from '../shared/article-page.ts';
import { checkCountry, describeMissing } from '../shared/check-country.ts';
import { checkLanguage } from '../shared/check-language.ts';
import { checkSource } from '../shared/check-source.ts';
import { defineAction } from '../../src/command/command.ts';
import type { CommandContext, SlashCommand } from '../../src/command/command.ts';
import { NARROWING, SUGGEST_NARROWING } from '../shared/narrowing.ts';
import { buildNothingFound } from '../shared/nothing-found.ts';
import { selectFoundSentences } from './found-sentences.ts';
import { clampOffset, parseOffset } from '../../src/command/page-buttons.ts';
import { describeIgnored, parseReaderQuery } from '../shared/parse-reader-query.ts';
import { drawSearchCoverage } from './search-coverage.ts';
import { UserError } from '../../src/errors.ts';
import { parseSince } from '../../src/index/query/parse-since.ts';
import type { Query } from '../../src/index/query/query.ts';
import { renderHighlighted } from '../../src/render/render-highlighted.ts';
import { renderLine } from '../../src/render/render-text.ts';
import { countryName } from '../../src/text/places/country-names.ts';
import { parseCountry } from '../../src/text/places/parse-country.ts';
import { languageName, parseLanguage } from '../../src/text/language-names.ts';

const ARTICLES_A_PAGE = 5;
const SENTENCE_SIZE = 600;
const DESCRIPTION = 'Finds articles and shows the sentence that matches best';

/** `/search`: the articles that fit best, each with the sentence that shows why. */
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
      since: {
        type: 'string',
        description: 'Only articles from this day on: 2024-06-15, 7d, yesterday',
        maxLength: 30,
      },
    },
    audience: 'channel',
    example: '/search query:"death toll" -Turkey since:2023-09-01',
    suggest: SUGGEST_NARROWING,
    run: async (asked, context) => renderPage({ ...asked, offset: 0 }, context),
  }),
  components: {
    page: async ([offset, query = '', source, since, language, country], context) =>
      renderPage(
        {
          query,
          source: source || undefined,
          since: since || undefined,
          language: language || undefined,
          country: country || undefined,
          offset: parseOffset(offset),
        },
        context,
      ),
  },
};

interface Asked {
  readonly query: string;
  readonly source?: string | undefined;
  readonly since?: string | undefined;
  readonly language?: string | undefined;
  readonly country?: string | undefined;
  readonly offset: number;
}

async function renderPage(asked: Asked, context: CommandContext) {
  const { services } = context;
  const query = readQuery(asked, context);
  const find = (from: number) =>
    services.index.search(query, { limit: ARTICLES_A_PAGE, offset: from });
  const found = find(asked.offset);
  const { total, relaxed } = found;
  if (total === 0) {
    throw buildNothingFound(
      services,
      describeMissing(query, services) ??
        'No article has these words. Try fewer or other words, or a day further back.',
    );
  }
  const offset = clampOffset(asked.offset, ARTICLES_A_PAGE, total);
  const { hits } = offset === asked.offset ? found : find(offset);
  // Of articles that only have some of the words, numbers would say nothing.
  const chart =
    offset === 0 && !relaxed ? drawSearchCoverage(query, services, context.now) : undefined;
  return renderArticlePage(services, {
    command: 'search',
    heading: 'Search',
    notes: [describeAsked(asked), ...describeReading(query, relaxed)],
    ...(chart && { picture: chart }),
    ids: hits.map(({ id }) => id),
    sentencesOf: (article) =>
      selectFoundSentences(services.readingOf(article), services.index.corpus, query).map(
        ({ text, spans }) => renderHighlighted(text, spans, SENTENCE_SIZE),
      ),
    offset,
    count: ARTICLES_A_PAGE,
    total,
    state: [
      asked.query,
      asked.source ?? '',
      asked.since ?? '',
      asked.language ?? '',
      asked.country ?? '',
    ],
  });
}

function readQuery(asked: Asked, context: CommandContext): Query {
  const { query, source, since, language, country } = asked;
  const { services, now } = context;
  const from = since ? parseSince(since, now) : undefined;
  if (since && !from) {
    throw new UserError(
      'bad-option',
      'I cannot read that day. Write it as 2024-06-15, 7d, 2 weeks, yesterday or monday.',
    );
  }
  return {
    ...parseReaderQuery(query, now),
    ...(source && { sources: [checkSource(services, source)] }),
    ...(from && { since: from }),
    ...(language && { langs: [checkLanguage(language, context)] }),
    ...(country && { countries: [checkCountry(country, context)] }),
  };
}

function describeAsked({ query, source, since, language, country }: Asked): string {
  const lang = language && parseLanguage(language);
  const code = country && parseCountry(country);
  const parts = [
    query,
    source && `source: ${source}`,
    since && `since: ${since}`,
    language && `language: ${lang ? languageName(lang, 'en') : language}`,
    country && `country: ${code ? countryName(code) : country}`,
  ];
  return renderLine(parts.filter(Boolean).join(' · '), 400);
}

function describeReading(query: Query, relaxed: boolean): string[] {
  return [
    ...(relaxed ? ['No article has all these words; these have some of them.'] : []),
    ...describeIgnored(query),
  ];
}
