import { defineAction } from '../../src/command/command.ts';
import type { CommandContext, SlashCommand } from '../../src/command/command.ts';
import { buildPageButtons, clampOffset, parseOffset } from '../../src/command/page-buttons.ts';
import {
  decodeIgnored,
  decodeNarrowing,
  encodeIgnored,
  encodeNarrowing,
} from '../../src/index/narrowing/encode-narrowing.ts';
import type { ParsedNarrowing } from '../../src/index/narrowing/narrowing.ts';
import { buildRow } from '../../src/render/components.ts';
import type { Message } from '../../src/render/message.ts';
import { renderStoryList, type StoryItem } from '../../src/render/render-story-list.ts';
import { listSources, type Story } from '../../src/story/story.ts';
import { TOO_LONG_TO_PAGE } from '../shared/article-page.ts';
import { noteRecentOnly } from '../shared/describe-older.ts';
import { describeList } from '../shared/narrowing/describe-list.ts';
import { NARROWING, SINCE, SUGGEST_NARROWING } from '../shared/narrowing/narrowing-options.ts';
import { readNarrowing } from '../shared/narrowing/read-narrowing.ts';
import { buildNothingFound } from '../shared/nothing-found.ts';
import { listStories } from '../shared/stories/list-stories.ts';
import { readStory } from '../shared/stories/read-story.ts';
import { countOf } from '../../src/text/count-of.ts';

const STORIES_A_PAGE = 5;
const PUBLISHERS = { least: 1, most: 20 } as const;
/** Of a large story only a part is read: one sentence needs no more. */
const LENGTH = { words: 60, sentences: 1, texts: 8 } as const;
const DESCRIPTION = 'Shows the stories of the newest articles, and how many publishers report each';

/** `/stories`: the events in the newest articles, page by page. */
export const stories: SlashCommand = {
  kind: 'slash',
  name: 'stories',
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
      since: SINCE,
      min_publishers: {
        type: 'integer',
        description: 'Only stories that so many publishers report, 1 to 20',
        min: PUBLISHERS.least,
        max: PUBLISHERS.most,
      },
    },
    audience: 'channel',
    storesNothing: true,
    example: '/stories topic:earthquake min_publishers:2',
    suggest: SUGGEST_NARROWING,
    run: async ({ topic, min_publishers: minPublishers = PUBLISHERS.least, ...limits }, context) =>
      renderPage(readNarrowing({ query: topic, ...limits }, context), { minPublishers }, context),
  }),
  components: {
    list: async ([offset, minPublishers, ...state], context) =>
      renderPage(
        { ...decodeNarrowing(state), ignored: decodeIgnored(state) },
        { minPublishers: parsePublishers(minPublishers), offset: parseOffset(offset) },
        context,
      ),
  },
};

interface Wanted {
  readonly minPublishers: number;
  readonly offset?: number;
}

async function renderPage(
  narrowing: ParsedNarrowing,
  { minPublishers, offset: from = 0 }: Wanted,
  context: CommandContext,
): Promise<Message> {
  const { found, isMentioned } = await findStories(narrowing, minPublishers, context);
  const total = found.length;
  const offset = clampOffset(from, STORIES_A_PAGE, total);
  const items: StoryItem[] = [];
  for (const story of found.slice(offset, offset + STORIES_A_PAGE)) {
    items.push(await readStory(story, LENGTH, context));
  }
  const buttonsFor = (shown: number) =>
    buildPageButtons({
      command: 'stories',
      action: 'list',
      offset,
      count: STORIES_A_PAGE,
      shown,
      total,
      state: [String(minPublishers), ...encodeNarrowing(narrowing)],
      additions: encodeIgnored(narrowing.ignored),
    });
  const notes = [
    ...describeList(narrowing, context),
    ...(minPublishers > 1 ? [`by at least ${minPublishers} publishers`] : []),
    ...(isMentioned ? ['no story is on this; these only mention it'] : []),
    ...noteRecentOnly(context.services.older),
    ...(buttonsFor(items.length) ? [] : [TOO_LONG_TO_PAGE]),
  ];
  return renderStoryList({
    notes,
    items,
    offset,
    total,
    now: context.now,
    buttons: (shown) => {
      const buttons = buttonsFor(shown) ?? [];
      return buttons.length === 0 ? [] : [buildRow(buttons)];
    },
  });
}

interface FoundStories {
  readonly found: readonly Story[];
  /** No story is on the topic. These only mention it. */
  readonly isMentioned: boolean;
}

/** Throws a UserError that says what to do if no story is left. */
async function findStories(
  narrowing: ParsedNarrowing,
  minPublishers: number,
  context: CommandContext,
): Promise<FoundStories> {
  const onTopic = await listStories(narrowing, context, { isTopic: true });
  const all = onTopic.length > 0 ? onTopic : await listStories(narrowing, context);
  const found = all.filter(
    ({ articles }) => minPublishers <= 1 || listSources(articles).length >= minPublishers,
  );
  if (found.length > 0) return { found, isMentioned: onTopic.length === 0 };
  // What fits is there, so nothing is to be said of words and languages.
  if (all.length > 0)
    throw await buildNothingFound(
      context,
      `No story here has ${countOf(minPublishers, 'publisher')} or more. Try a smaller \`min_publishers\`, or leave it out.`,
    );
  throw await buildNothingFound(
    context,
    'No story fits. Try fewer words, another topic, source, language or country, or an earlier date.',
    narrowing,
  );
}

function parsePublishers(text: string | undefined): number {
  return Math.min(parseOffset(text) || PUBLISHERS.least, PUBLISHERS.most);
}
