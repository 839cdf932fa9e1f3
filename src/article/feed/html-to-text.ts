import { repairDoubleUtf8 } from '../../text/repair-double-utf8.ts';
import type { Caption, Subhead } from '../article.ts';
import { cleanText } from '../clean-text.ts';
import { splitCredit } from '../scraped/credit.ts';
import { readFeedBlocks, type FeedBlock } from './feed-blocks.ts';
import { selectFeedBlocks } from './feed-boilerplate.ts';
import { FEED_LIMITS } from './feed-limits.ts';

/**
 * The text of a piece of HTML: paragraphs joined by an empty line, with headings and captions separate.
 */
export interface HtmlText {
  readonly text: string;
  readonly subheads: readonly Subhead[];
  readonly captions: readonly Caption[];
}

/** Converts a feed's HTML to plain text, without what its publishing system added. */
export function htmlToText(html: string): HtmlText {
  const markup = html.slice(0, FEED_LIMITS.maxMarkupChars);
  const blocks = /[<&[]/u.test(markup)
    ? readFeedBlocks(markup)
    : [{ kind: 'text' as const, text: markup, linkShare: 0 }];
  return joinBlocks(selectFeedBlocks(blocks.flatMap(splitBlock)));
}

/** Splits a block into its paragraphs, each one clean line. */
function splitBlock(block: FeedBlock): FeedBlock[] {
  const parts = block.kind === 'caption' ? [block.text] : block.text.split(PARAGRAPH_BREAK);
  return parts
    .map((part) => ({ ...block, text: cleanText(repairDoubleUtf8(part)) }))
    .filter(({ text }) => text !== '');
}

/** A blank line, or a line break after the end of a sentence. */
const PARAGRAPH_BREAK = /\n[^\S\n]*\n\s*|(?<=[.!?…。؟]["'”’»)]?)[^\S\n]*\n/u;

function joinBlocks(blocks: readonly FeedBlock[]): HtmlText {
  const paragraphs: string[] = [];
  const subheads: Subhead[] = [];
  const captions: Caption[] = [];
  let start = 0;
  for (const { kind, text } of blocks) {
    if (kind === 'caption') {
      const caption = splitCredit(text.slice(0, FEED_LIMITS.maxFieldChars), true);
      if (caption.text !== '') captions.push(caption);
    } else if (kind === 'heading') subheads.push({ text, start });
    else {
      paragraphs.push(text);
      start += text.length + 2;
    }
  }
  const text = paragraphs.join('\n\n');
  return { text, subheads: subheads.filter((each) => each.start < text.length), captions };
}
