import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { renderMaskedLink } from './masked-link.ts';
import type { Message } from './message.ts';
import { renderBlockList } from './render-block-list.ts';
import { renderStoryMenu, type MenuStory } from './render-story-menu.ts';
import {
  renderAttributed,
  renderStoryLine,
  type AttributedSentence,
  type StoryExtent,
} from './render-story-parts.ts';

/** A story of a list. */
export interface StoryItem extends MenuStory {
  /** The article that has the headline. */
  readonly url?: string | undefined;
  readonly sentences: readonly AttributedSentence[];
  readonly extent: StoryExtent;
}

/** A page of a list of stories. `notes` are trusted Markdown. */
export interface StoryListPage {
  readonly notes: readonly string[];
  readonly items: readonly StoryItem[];
  /** Number of stories before this page, and in the whole list. */
  readonly offset: number;
  readonly total: number;
  readonly now: Date;
  /** Builds the row of buttons, if there is one, from the number of stories that had room. */
  readonly buttons: (shownCount: number) => readonly APIMessageTopLevelComponent[];
}

const HEADLINE_SIZE = 180;

/** Renders a page of stories, with a menu that opens one of them. */
export function renderStoryList({ items, now, buttons, ...page }: StoryListPage): Message {
  return renderBlockList({
    ...page,
    heading: 'Stories',
    blocks: items.map(({ headline, url, sentences, extent }) => ({
      head: `**${renderMaskedLink(headline, url, HEADLINE_SIZE)}**`,
      sentences: sentences.map(renderAttributed),
      joiner: ' ',
      foot: renderStoryLine(extent, now),
    })),
    rows: (shownCount) => [...buttons(shownCount), ...renderStoryMenu(items.slice(0, shownCount))],
  });
}
