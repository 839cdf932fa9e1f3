import type { APIComponentInMessageActionRow } from 'discord-api-types/v10';
import { renderByline, type Byline } from './render-byline.ts';
import { buildPanel, buildRow, buildSeparator, buildText } from './components.ts';
import { fitBlocks } from './fit-blocks.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';
import { renderMaskedLink } from './masked-link.ts';
import type { Message } from './message.ts';
import { buildGallery, type Picture } from './picture/picture.ts';

/** An article of a list. */
export interface ListItem extends Pick<
  Byline,
  'source' | 'place' | 'publishedAt' | 'dayOnly' | 'dateBasis'
> {
  readonly title: string;
  readonly url?: string | undefined;
  /** Escaped by `renderText` or `renderHighlighted`. */
  readonly sentences: readonly string[];
}

/** A page of a list of articles. `heading` and `notes` are trusted Markdown. */
export interface ListPage {
  readonly heading: string;
  readonly notes: readonly string[];
  readonly items: readonly ListItem[];
  /** Shown above the articles. */
  readonly picture?: Picture;
  /** Number of articles before this page, and in the whole list. */
  readonly offset: number;
  readonly total: number;
  /**
   * Builds the buttons for the next and previous page from the number of articles that had room.
   */
  buttons(shownCount: number): readonly APIComponentInMessageActionRow[];
}

const TITLE_SIZE = 180;
/** Room for a line such as "-# 1001–1010 of 100000". */
const FOOT_SIZE = 60;

/** Renders a page of articles, each with its headline, sentences and byline. */
export function renderArticleList(page: ListPage): Message {
  const head = [`## ${page.heading}`, ...page.notes.map((note) => `-# ${note}`)].join('\n');
  const blocks = page.items.map(({ title, url, sentences, ...byline }) => ({
    head: `**${renderMaskedLink(title, url, TITLE_SIZE)}**`,
    sentences,
    joiner: ' ',
    foot: renderByline(byline),
  }));
  const texts = fitBlocks(blocks, DISCORD_LIMITS.componentTextLength - head.length - FOOT_SIZE);
  const first = page.offset + 1;
  const last = page.offset + texts.length;
  const range = last <= first ? `${first}` : `${first}–${last}`;
  const buttons = page.buttons(texts.length);
  const { picture } = page;
  const panel = buildPanel(
    [
      buildText(head),
      ...(picture ? [buildGallery(picture)] : []),
      ...texts.flatMap((text) => [buildSeparator(), buildText(text)]),
      buildText(`-# ${range} of ${page.total}`),
    ],
    buttons.length === 0 ? [] : [buildRow(buttons)],
  );
  return picture ? { ...panel, pictures: [picture] } : panel;
}
