import type { APIComponentInMessageActionRow } from 'discord-api-types/v10';
import { renderByline, type Byline } from './render-byline.ts';
import { buildPanel, buildRow, buildSeparator, buildText } from './components.ts';
import { fitBlocks } from './fit-blocks.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';
import { renderMaskedLink } from './masked-link.ts';
import type { Message } from './message.ts';
import { buildGallery, type Picture } from './picture/picture.ts';

/** One article of a list. */
export interface ListItem extends Pick<
  Byline,
  'source' | 'place' | 'publishedAt' | 'dayOnly' | 'dateBasis'
> {
  readonly title: string;
  readonly url?: string | undefined;
  /** Escaped already, by `renderText` or `renderHighlighted`. */
  readonly sentences: readonly string[];
}

/** A page of a list of articles; `heading` and `notes` are markdown of our own making. */
export interface ListPage {
  readonly heading: string;
  readonly notes: readonly string[];
  readonly items: readonly ListItem[];
  /** Shown above the articles. */
  readonly picture?: Picture;
  /** How many articles stand before this page, and how many the whole list has. */
  readonly offset: number;
  readonly total: number;
  /** Buttons for the next and the previous page, once it is known how many articles had room. */
  buttons(shownCount: number): readonly APIComponentInMessageActionRow[];
}

const TITLE_SIZE = 180;
/** Room for "-# 1001–1010 of 100000" and the like. */
const FOOT_SIZE = 60;

/** Renders a page of articles, each with its headline, sentences and small line. */
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
