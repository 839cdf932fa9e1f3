import type { APIComponentInMessageActionRow } from 'discord-api-types/v10';
import { renderByline, type Byline } from './render-byline.ts';
import { buildRow } from './components.ts';
import { renderMaskedLink } from './masked-link.ts';
import type { Message } from './message.ts';
import type { Picture } from './picture/picture.ts';
import { renderBlockList } from './render-block-list.ts';

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
  readonly buttons: (shownCount: number) => readonly APIComponentInMessageActionRow[];
}

const TITLE_SIZE = 180;

/** Renders a page of articles, each with its headline, sentences and byline. */
export function renderArticleList({ items, buttons, ...page }: ListPage): Message {
  return renderBlockList({
    ...page,
    blocks: items.map(({ title, url, sentences, ...byline }) => ({
      head: `**${renderMaskedLink(title, url, TITLE_SIZE)}**`,
      sentences,
      joiner: ' ',
      foot: renderByline(byline),
    })),
    rows: (shownCount) => {
      const row = buttons(shownCount);
      return row.length === 0 ? [] : [buildRow(row)];
    },
  });
}
