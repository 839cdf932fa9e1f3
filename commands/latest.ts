import { renderArticlePage } from './shared/article-page.ts';
import { defineAction } from '../src/command/command.ts';
import type { CommandContext, SlashCommand } from '../src/command/command.ts';
import { noteRecentOnly } from './shared/describe-older.ts';
import { describeList } from './shared/narrowing/describe-list.ts';
import { selectLeadSentences } from './shared/lead-sentences.ts';
import { NARROWING, SUGGEST_NARROWING } from './shared/narrowing/narrowing-options.ts';
import { buildNothingFound } from './shared/nothing-found.ts';
import { clampOffset, parseOffset } from '../src/command/page-buttons.ts';
import { readNarrowing } from './shared/narrowing/read-narrowing.ts';
import { compileNarrowing } from '../src/index/narrowing/compile-narrowing.ts';
import {
  decodeIgnored,
  decodeNarrowing,
  encodeIgnored,
  encodeNarrowing,
} from '../src/index/narrowing/encode-narrowing.ts';
import type { ParsedNarrowing } from '../src/index/narrowing/narrowing.ts';
import { renderText } from '../src/render/render-text.ts';

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
    storesNothing: true,
    example: '/latest topic:earthquake count:3',
    suggest: SUGGEST_NARROWING,
    run: async ({ topic, count = COUNT.usual, ...limits }, context) =>
      renderPage(
        readNarrowing({ query: topic, ...limits }, context),
        { count, offset: 0 },
        context,
      ),
  }),
  components: {
    list: async ([offset, count, ...state], context) =>
      renderPage(
        { ...decodeNarrowing(state), ignored: decodeIgnored(state) },
        { count: parseCount(count), offset: parseOffset(offset) },
        context,
      ),
    /** Buttons of earlier versions. Their state is what was typed, read in the locale of the person who presses one. */
    page: async ([offset, count, topic, source, language, country], context) =>
      renderPage(
        readNarrowing({ query: topic || undefined, source, language, country }, context),
        { count: parseCount(count), offset: parseOffset(offset) },
        context,
      ),
  },
};

interface Wanted {
  readonly count: number;
  readonly offset: number;
}

async function renderPage(narrowing: ParsedNarrowing, wanted: Wanted, context: CommandContext) {
  const { services, guildId } = context;
  const { count } = wanted;
  const filter = compileNarrowing(narrowing);
  const find = (offset: number) =>
    services.cache.keep(['latest', guildId, narrowing, count, offset], async () =>
      services.index.newest(filter, { limit: count, offset }),
    );
  const found = await find(wanted.offset);
  const { total } = found;
  if (total === 0) {
    throw await buildNothingFound(
      context,
      'No article fits. Try fewer words, or another topic, source, language or country.',
      narrowing,
    );
  }
  const offset = clampOffset(wanted.offset, count, total);
  const { entries } = offset === wanted.offset ? found : await find(offset);
  return renderArticlePage(services, {
    command: 'latest',
    action: 'list',
    heading: 'Latest news',
    notes: [...describeList(narrowing, context), ...noteRecentOnly(services.older)],
    ids: entries.map(({ id }) => id),
    sentencesOf: (article) =>
      selectLeadSentences(
        services.readingOf(article),
        services.index.corpus,
        SENTENCES_SHOWN,
        narrowing,
      ).map((text) => renderText(text, SENTENCE_SIZE)),
    offset,
    count,
    total,
    state: [String(count), ...encodeNarrowing(narrowing)],
    additions: encodeIgnored(narrowing.ignored),
  });
}

function parseCount(text: string | undefined): number {
  return Math.min(parseOffset(text) || COUNT.usual, COUNT.most);
}
