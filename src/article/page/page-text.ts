import type { Subhead } from '../article.ts';
import { countWords } from '../clean-text.ts';
import { endsSentence } from '../scraped/headline.ts';
import type { PageBlock } from './page-blocks.ts';

/**
 * A heading with at least this many words that ends like a sentence is a paragraph in large type.
 */
const PARAGRAPH_WORDS = 18;

/**
 * Joins blocks to an article's body: paragraphs separated by a blank line, and the headings between
 * them.
 */
export function joinBlocks(blocks: readonly PageBlock[]): { text: string; subheads: Subhead[] } {
  const paragraphs: string[] = [];
  const subheads: Subhead[] = [];
  let length = 0;
  let waiting: string[] = [];
  for (const block of blocks) {
    if (isHeading(block)) {
      waiting.push(block.text);
      continue;
    }
    const start = length === 0 ? 0 : length + 2;
    for (const text of waiting) subheads.push({ text, start });
    waiting = [];
    paragraphs.push(block.text);
    length = start + block.text.length;
  }
  return { text: paragraphs.join('\n\n'), subheads };
}

function isHeading({ kind, text }: PageBlock): boolean {
  return kind === 'heading' && !(endsSentence(text) && countWords(text) >= PARAGRAPH_WORDS);
}
