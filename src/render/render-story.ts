import type {
  APIComponentInMessageActionRow,
  APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import { buildPanel, buildRow, buildSeparator, buildText } from './components.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';
import { fitBlocks } from './fit-blocks.ts';
import { renderMaskedLink } from './masked-link.ts';
import type { Message } from './message.ts';
import { renderRange } from './render-block-list.ts';
import type { StoryItem } from './render-story-list.ts';
import {
  nameSource,
  renderAttributed,
  renderMoment,
  renderStoryLine,
  type StoryMoment,
} from './render-story-parts.ts';
import { renderLine } from './render-text.ts';

/** An article of a story. */
export interface StoryArticleItem extends StoryMoment {
  readonly title: string;
  readonly url?: string | undefined;
  readonly source?: string | undefined;
  /** It is known to be the first report. */
  readonly isFirst: boolean;
  /** The publisher that had the same text before; absent if none had. */
  readonly copyOf?: string | undefined;
}

/** A page of a story: the headline, sentences of its articles, and some of the articles by time. */
export interface StoryPage extends Omit<StoryItem, 'storyId'> {
  readonly articles: readonly StoryArticleItem[];
  /** Number of articles before this page. */
  readonly offset: number;
  readonly now: Date;
  /** Rows below the buttons. */
  readonly rows?: readonly APIMessageTopLevelComponent[];
  /** Builds the buttons for the next and previous page from the number of articles that had room. */
  buttons(shownCount: number): readonly APIComponentInMessageActionRow[];
}

const SIZES = { headline: 250, title: 120, source: 60 } as const;
/** Room for a line such as "-# 101–110 of 1000", and for one article whatever its title and link. */
const RESERVED = { foot: 40, article: 900 } as const;

/** Renders one story. The sentences have room before the articles, except that at least one article is shown. */
export function renderStory(page: StoryPage): Message {
  const { headline, url, extent, sentences, articles, offset, now } = page;
  const head = [
    `## ${renderMaskedLink(headline, url, SIZES.headline)}`,
    renderStoryLine(extent, now),
  ].join('\n');
  const room = DISCORD_LIMITS.componentTextLength - head.length - RESERVED.foot;
  const brief = fitBlocks(
    [{ head: '', sentences: sentences.map(renderAttributed), joiner: '\n', foot: '' }],
    room - RESERVED.article,
  ).filter((text) => text !== '');
  const left = room - brief.join('').length - articles.length;
  const lines = fitBlocks(
    articles.map((article) => ({ ...renderArticle(article, now), sentences: [], joiner: '' })),
    left,
  );
  const buttons = page.buttons(lines.length);
  const texts = [...brief, lines.join('\n')].filter((text) => text !== '');
  return buildPanel(
    [
      buildText(head),
      ...texts.flatMap((text) => [buildSeparator(), buildText(text)]),
      buildText(renderRange(offset, lines.length, extent.articleCount)),
    ],
    [...(buttons.length === 0 ? [] : [buildRow(buttons)]), ...(page.rows ?? [])],
  );
}

function renderArticle(
  { title, url, source, isFirst, copyOf, ...moment }: StoryArticleItem,
  now: Date,
) {
  const parts = [
    renderMoment(moment, now),
    renderLine(nameSource(source), SIZES.source),
    isFirst && '**first**',
    copyOf !== undefined && `same text as ${renderLine(copyOf, SIZES.source)}`,
  ].filter(Boolean);
  return { head: renderMaskedLink(title, url, SIZES.title), foot: `-# ${parts.join(' · ')}` };
}
