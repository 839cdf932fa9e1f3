import { defineAction } from '../../src/command/command.ts';
import type { CommandContext, SlashCommand } from '../../src/command/command.ts';
import { buildPageButtons, clampOffset, parseOffset } from '../../src/command/page-buttons.ts';
import type { Message } from '../../src/render/message.ts';
import { renderViewMenu, type StoryView } from '../../src/render/render-story-menu.ts';
import { renderStory, type StoryArticleItem } from '../../src/render/render-story.ts';
import { nameSource } from '../../src/render/render-story-parts.ts';
import type { Story } from '../../src/story/story.ts';
import { readStory } from '../shared/stories/read-story.ts';
import { findStory, openStory } from './find-story.ts';
import { isView, renderOtherView, VIEW_NAMES } from './views/render-other-view.ts';
import { suggestStories } from './suggest-stories.ts';

const ARTICLES_A_PAGE = 8;
const LENGTH = { words: 100, sentences: 6, texts: 24, isConfirmed: true } as const;
const DAY_MS = 24 * 3_600_000;
const DESCRIPTION = 'Tells one story in sentences of several publishers, and lists its articles';

/** `/story`: one event as all of its publishers report it. Menus of stories in other messages open it too. */
export const story: SlashCommand = {
  kind: 'slash',
  name: 'story',
  description: DESCRIPTION,
  access: 'everyone',
  contexts: ['guild', 'bot-dm', 'private-channel'],
  action: defineAction({
    description: DESCRIPTION,
    options: {
      story: {
        type: 'string',
        description: 'Type some words of it, then choose',
        required: true,
        autocomplete: true,
        maxLength: 300,
      },
      view: {
        type: 'string',
        description: 'What to show of it; its brief if left out',
        choices: VIEW_NAMES,
      },
    },
    audience: 'channel',
    example: '/story story:earthquake',
    suggest: { story: suggestStories },
    run: async ({ story: typed, view = 'brief' }, context) =>
      renderView(view, await findStory(typed, context), context),
  }),
  components: {
    page: async ([offset, id = ''], context) =>
      renderPage(await openStory(id, context), parseOffset(offset), context),
    view: async ([id = ''], context, [view]) =>
      renderView(isView(view) ? view : 'brief', await openStory(id, context), context),
  },
  replies: {
    /** Of `renderStoryMenu`, whose choice is the story, and of buttons, whose state is. */
    open: async ([state = ''], context, [id = state]) =>
      renderPage(await openStory(id, context), 0, context),
  },
};

async function renderView(
  view: StoryView,
  opened: Story,
  context: CommandContext,
): Promise<Message> {
  return view === 'brief'
    ? await renderPage(opened, 0, context)
    : await renderOtherView(view, opened, context);
}

/** The first page tells the story; the others have only more of its articles. */
async function renderPage(opened: Story, from: number, context: CommandContext): Promise<Message> {
  const total = opened.articles.length;
  const offset = clampOffset(from, ARTICLES_A_PAGE, total);
  const shownStory = await readStory(opened, offset === 0 ? LENGTH : undefined, context);
  return renderStory({
    ...shownStory,
    articles: await readArticles(opened, offset, context),
    offset,
    now: context.now,
    rows: [renderViewMenu(opened.id, 'brief')],
    buttons: (shown) =>
      buildPageButtons({
        command: 'story',
        offset,
        count: ARTICLES_A_PAGE,
        shown,
        total,
        state: [opened.id],
      }) ?? [],
  });
}

async function readArticles(
  { articles }: Story,
  offset: number,
  { services }: CommandContext,
): Promise<StoryArticleItem[]> {
  const page = articles.slice(offset, offset + ARTICLES_A_PAGE);
  const stored = await services.articles.getMany(page.map(({ id }) => id));
  const byId = new Map(articles.map((article) => [article.id, article]));
  return page.map(({ id, title, url, source, at, voice }, position) => {
    const dayOnly = stored[position]?.dayOnly;
    const original = voice === id ? undefined : byId.get(voice);
    const next = articles[offset + position + 1];
    // Of several articles of a day without an hour, nobody knows which was the first.
    const isBeforeNext = !dayOnly || (next !== undefined && next.at >= at + DAY_MS);
    return {
      title,
      url,
      source,
      at,
      dayOnly,
      isFirst: articles.length > 1 && offset + position === 0 && isBeforeNext,
      ...(original && { copyOf: nameSource(original.source) }),
    };
  });
}
