import type { CommandContext } from '../../../src/command/command.ts';
import { buildPageButtons, clampOffset } from '../../../src/command/page-buttons.ts';
import type { Message } from '../../../src/render/message.ts';
import {
  renderStoryArticles,
  type StoryArticleItem,
} from '../../../src/render/story/render-story-articles.ts';
import { renderViewMenu } from '../../../src/render/render-story-menu.ts';
import { nameSource } from '../../../src/render/render-story-parts.ts';
import { listEvery, type Story } from '../../../src/story/story.ts';
import { describeLeftOut } from '../../shared/stories/describe-left-out.ts';
import { encodeLanguages, type AskedLanguages } from '../story-languages.ts';
import { readStory } from '../../shared/stories/read-story.ts';
import { isFirstReport } from './first-report.ts';

const ARTICLES_A_PAGE = 10;

/** Renders a page of the articles of a story, with the menu of views. */
export async function renderArticles(
  opened: Story,
  from: number,
  context: CommandContext,
  asked: AskedLanguages,
): Promise<Message> {
  const total = opened.articles.length;
  const offset = clampOffset(from, ARTICLES_A_PAGE, total);
  const { headline, url, extent } = await readStory(opened, undefined, context);
  return renderStoryArticles({
    headline,
    url,
    extent,
    articles: await readArticles(opened, offset, context),
    offset,
    now: context.now,
    note: describeLeftOut(opened),
    rows: [renderViewMenu(opened.id, 'articles', encodeLanguages(asked))],
    buttons: (shown) =>
      buildPageButtons({
        command: 'story',
        offset,
        count: ARTICLES_A_PAGE,
        shown,
        total,
        state: [opened.id, ...encodeLanguages(asked)],
      }) ?? [],
  });
}

async function readArticles(
  story: Story,
  offset: number,
  { services }: CommandContext,
): Promise<StoryArticleItem[]> {
  const { articles } = story;
  const page = articles.slice(offset, offset + ARTICLES_A_PAGE);
  const stored = await services.articles.getMany(page.map(({ id }) => id));
  const byId = new Map(listEvery(story).map((article) => [article.id, article]));
  return page.map(({ id, title, url, source, at, voice, saysMore }, position) => {
    const dayOnly = stored[position]?.dayOnly;
    const original = voice === id ? undefined : byId.get(voice);
    return {
      title,
      url,
      source,
      at,
      dayOnly,
      isFirst: offset + position === 0 && isFirstReport(story, dayOnly),
      ...(original && { copyOf: nameSource(original.source), saysMore }),
    };
  });
}
