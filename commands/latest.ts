import { renderArticlePage } from './shared/article-page.ts';
import { checkCountry, describeMissing } from './shared/check-country.ts';
import { checkLanguage } from './shared/check-language.ts';
import { checkSource } from './shared/check-source.ts';
import { defineAction } from '../src/command/command.ts';
import type { CommandContext, SlashCommand } from '../src/command/command.ts';
import { selectLeadSentences } from './shared/lead-sentences.ts';
import { NARROWING, SUGGEST_NARROWING } from './shared/narrowing.ts';
import { buildNothingFound } from './shared/nothing-found.ts';
import { clampOffset, parseOffset } from '../src/command/page-buttons.ts';
import { describeIgnored, parseReaderQuery } from './shared/parse-reader-query.ts';
import { renderLine, renderText } from '../src/render/render-text.ts';
import { countryName } from '../src/text/places/country-names.ts';
import { languageName } from '../src/text/language-names.ts';

const COUNT = { least: 1, most: 10, usual: 5 } as const;
const SENTENCES_SHOWN = 2;
const SENTENCE_SIZE = 600;
const DESCRIPTION = 'Shows the newest articles, in two sentences each';

/** `/latest`: the newest articles, page by page. */
export const latest: SlashCommand = {
  kind: 'slash',
  name: 'latest',
  description: DESCRIPTION,
  access: 'everyone',
  contexts: ['guild', 'bot-dm', 'private-channel'],
  action: defineAction({
    description: DESCRIPTION,
    options: {
      topic: {
        type: 'string',
        description: 'Only news on this: words, "a phrase", -without',
        maxLength: 100,
      },
      ...NARROWING,
      count: {
        type: 'integer',
        description: 'How many articles on a page, 1 to 10',
        min: COUNT.least,
        max: COUNT.most,
      },
    },
    audience: 'channel',
    example: '/latest topic:earthquake count:3',
    suggest: SUGGEST_NARROWING,
    run: async ({ topic, source, language, country, count = COUNT.usual }, context) =>
      renderPage({ topic, source, language, country, count, offset: 0 }, context),
  }),
  components: {
    page: async ([offset, count, topic, source, language, country], context) =>
      renderPage(
        {
          topic: topic || undefined,
          source: source || undefined,
          language: language || undefined,
          country: country || undefined,
          count: Math.min(parseOffset(count) || COUNT.usual, COUNT.most),
          offset: parseOffset(offset),
        },
        context,
      ),
  },
};

interface Asked {
  readonly topic: string | undefined;
  readonly source: string | undefined;
  readonly language: string | undefined;
  readonly country: string | undefined;
  readonly count: number;
  readonly offset: number;
}

async function renderPage(asked: Asked, context: CommandContext) {
  const { services, now } = context;
  const { topic, count } = asked;
  const source = asked.source && checkSource(services, asked.source);
  const lang = asked.language ? checkLanguage(asked.language, context) : undefined;
  const country = asked.country ? checkCountry(asked.country, context) : undefined;
  const query = topic ? parseReaderQuery(topic, now) : undefined;
  const filter = { query, source, lang, country };
  const find = (from: number) => services.index.newest(filter, { limit: count, offset: from });
  const found = find(asked.offset);
  const { total } = found;
  if (total === 0) {
    throw buildNothingFound(
      services,
      (query && describeMissing(query, services)) ??
        'No article fits. Ask with fewer words, or for another topic, source, language or country.',
    );
  }
  const offset = clampOffset(asked.offset, count, total);
  const { entries } = offset === asked.offset ? found : find(offset);
  const narrowed = [
    ...(topic ? [`on ${renderLine(topic, 200)}`] : []),
    ...(source ? [`from ${renderLine(source, 200)}`] : []),
    ...(lang ? [`in ${languageName(lang, 'en')}`] : []),
    ...(country ? [`about ${countryName(country)}`] : []),
  ];
  return renderArticlePage(services, {
    command: 'latest',
    heading: 'Latest news',
    notes: [
      ...(narrowed.length > 0 ? [narrowed.join(' ')] : []),
      ...(query ? describeIgnored(query) : []),
    ],
    ids: entries.map(({ id }) => id),
    sentencesOf: (article) =>
      selectLeadSentences(
        services.readingOf(article),
        services.index.corpus,
        SENTENCES_SHOWN,
        query,
      ).map((text) => renderText(text, SENTENCE_SIZE)),
    offset,
    count,
    total,
    state: [String(count), topic ?? '', source ?? '', lang ?? '', country ?? ''],
  });
}
