import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { buildPanel, buildSeparator, buildText } from './components.ts';
import { DISCORD_LIMITS } from './discord-limits.ts';
import { fitBlocks, type Block } from './fit-blocks.ts';
import type { Message } from './message.ts';
import { buildGallery, type Picture } from './picture/picture.ts';

/** A page of a list of articles or stories. `heading` and `notes` are trusted Markdown. */
export interface BlockPage {
  readonly heading: string;
  readonly notes: readonly string[];
  readonly blocks: readonly Block[];
  /** Shown above the blocks. */
  readonly picture?: Picture | undefined;
  /** Number of entries before this page, and in the whole list. */
  readonly offset: number;
  readonly total: number;
  /** Builds the rows of buttons and menus from the number of blocks that had room. */
  rows(shownCount: number): readonly APIMessageTopLevelComponent[];
}

/** Room for a line such as "-# 1001–1010 of 100000". */
const FOOT_SIZE = 60;

/** Renders a page of a list, as many of its blocks as there is room for. */
export function renderBlockList(page: BlockPage): Message {
  const head = [`## ${page.heading}`, ...page.notes.map((note) => `-# ${note}`)].join('\n');
  const texts = fitBlocks(
    page.blocks,
    DISCORD_LIMITS.componentTextLength - head.length - FOOT_SIZE,
  );
  const { picture } = page;
  const panel = buildPanel(
    [
      buildText(head),
      ...(picture ? [buildGallery(picture)] : []),
      ...texts.flatMap((text) => [buildSeparator(), buildText(text)]),
      buildText(renderRange(page.offset, texts.length, page.total)),
    ],
    page.rows(texts.length),
  );
  return picture ? { ...panel, pictures: [picture] } : panel;
}

/** "-# 6–10 of 24" */
export function renderRange(offset: number, shownCount: number, total: number): string {
  const first = offset + 1;
  const last = offset + shownCount;
  return `-# ${last <= first ? `${first}` : `${first}–${last}`} of ${total}`;
}
