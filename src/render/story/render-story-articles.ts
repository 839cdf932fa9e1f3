import type {
  APIComponentInMessageActionRow,
  APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import { buildPanel, buildRow, buildSeparator, buildText } from '../components.ts';
import { DISCORD_LIMITS } from '../discord-limits.ts';
import { fitBlocks } from '../fit-blocks.ts';
import { renderMaskedLink } from '../masked-link.ts';
import type { Message } from '../message.ts';
import { renderRange } from '../render-block-list.ts';
import type { StoryItem } from '../render-story-list.ts';
import {
  nameSource,
  renderMoment,
  renderStoryHead,
  type StoryMoment,
} from '../render-story-parts.ts';
import { renderLine } from '../render-text.ts';

/** An article of a story. */
export interface StoryArticleItem extends StoryMoment {
  readonly title: string;
  readonly url?: string | undefined;
  readonly source?: string | undefined;
  /** It is known to be the first report. */
  readonly isFirst: boolean;
  /** The publisher that had the same text before; absent if none had. */
  readonly copyOf?: string | undefined;
  /** It says more than that text. */
  readonly saysMore?: boolean | undefined;
}

/** A page of the articles of a story, by time. */
export interface StoryArticlesPage extends Omit<StoryItem, 'storyId' | 'sentences'> {
  readonly articles: readonly StoryArticleItem[];
  /** Number of articles before this page. */
  readonly offset: number;
  readonly now: Date;
  /** What is not shown of the story, in trusted Markdown. */
  readonly note?: string | undefined;
  /** Rows below the buttons. */
  readonly rows: readonly APIMessageTopLevelComponent[];
  /** Builds the buttons for the next and previous page from the number of articles that had room. */
  buttons(shownCount: number): readonly APIComponentInMessageActionRow[];
}

const SIZES = { title: 120, source: 60 } as const;
/** Room for a line such as "-# 101–110 of 1000". */
const FOOT_SIZE = 40;

/** Renders a page of the articles of a story, as many as there is room for. */
export function renderStoryArticles(page: StoryArticlesPage): Message {
  const { articles, offset, now, extent } = page;
  const head = renderStoryHead(page, now);
  const lines = fitBlocks(
    articles.map((article) => ({ ...renderArticle(article, now), sentences: [], joiner: '' })),
    DISCORD_LIMITS.componentTextLength - head.length - FOOT_SIZE - articles.length,
  );
  const buttons = page.buttons(lines.length);
  return buildPanel(
    [
      buildText(head),
      buildSeparator(),
      buildText(lines.join('\n')),
      buildText(renderRange(offset, lines.length, extent.articleCount)),
    ],
    [...(buttons.length === 0 ? [] : [buildRow(buttons)]), ...page.rows],
  );
}

function renderArticle(
  { title, url, source, isFirst, copyOf, saysMore = false, ...moment }: StoryArticleItem,
  now: Date,
) {
  const parts = [
    renderMoment(moment, now),
    renderLine(nameSource(source), SIZES.source),
    isFirst && '**first**',
    copyOf !== undefined &&
      `same text as ${renderLine(copyOf, SIZES.source)}${saysMore ? ', with additions' : ''}`,
  ].filter(Boolean);
  return { head: renderMaskedLink(title, url, SIZES.title), foot: `-# ${parts.join(' · ')}` };
}
