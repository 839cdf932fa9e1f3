import type { Subhead } from '../article.ts';
import { countWords } from '../clean-text.ts';
import { endsSentence } from '../scraped/headline.ts';
import type { PageBlock } from './page-blocks.ts';

/** Words from which a heading that closes as a sentence is a paragraph printed large. */
const PARAGRAPH_WORDS = 18;

/** The body of an article: paragraphs joined by a blank line, with the headings between them apart. */
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
