import { comparisonKey, countWords } from '../../clean-text.ts';
import { endsSentence } from '../../scraped/headline.ts';
import type { PageBlock } from '../page-blocks.ts';
import type { PageElement } from '../tree/page-node.ts';
import { findReportMarks } from './report-marks.ts';

const MERGING = {
  /** Minimum words of a paragraph that is put back. */
  minWords: 6,
  /** The same if it doesn't end like a sentence. */
  unendedWords: 12,
  /** The most of it that may be a link, unless it is a sentence. */
  maxLinkShare: 0.5,
} as const;

/** A page's blocks, and what is known about them. */
export interface BlockEvidence {
  /** All blocks of the report's part of the page. */
  readonly all: readonly PageBlock[];
  /** Those that Readability found. */
  readonly found: readonly PageBlock[];
  readonly leads: ReadonlySet<PageElement>;
  /** Whether the report's part is the whole page. */
  readonly isWhole: boolean;
}

/**
 * Puts back what Readability left out although it is the report's: the lead, and paragraphs that are
 * marked up like those that were found. Reports are split by advertisements into parts that
 * Readability takes for different texts, and it drops short paragraphs with links.
 */
export function mergeBlocks({ all, found, leads, isWhole }: BlockEvidence): PageBlock[] {
  const keys = all.map(({ text }) => comparisonKey(text));
  const counts = countKeys(keys);
  const waiting = indexByKey(found);
  const matched = keys.map((key) => waiting.get(key)?.shift());
  const marks = findReportMarks(all.filter((_, at) => matched[at] !== undefined));
  const merged: PageBlock[] = [];
  let next = 0;
  const addUnknown = (end: number): void => {
    for (; next < end; next += 1) {
      const block = found[next];
      // Readability may have changed a text, but may also have looked elsewhere.
      if (block && isWhole && !counts.has(comparisonKey(block.text))) merged.push(block);
    }
  };
  for (const [at, block] of all.entries()) {
    const position = matched[at];
    if (position !== undefined) addUnknown(position);
    const isLead = leads.has(block.element) && !isRepeated(keys, at);
    if (isLead) merged.push({ ...block, kind: 'paragraph', isLead });
    else if (
      position !== undefined ||
      (counts.get(keys[at]!) === 1 && isLikeReport(block, marks))
    ) {
      merged.push(isMarked(block, marks) ? { ...block, isMarked: true } : block);
    }
  }
  addUnknown(found.length);
  return merged;
}

function countKeys(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function indexByKey(blocks: readonly PageBlock[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [at, { text }] of blocks.entries()) {
    const key = comparisonKey(text);
    const positions = index.get(key);
    if (positions) positions.push(at);
    else index.set(key, [at]);
  }
  return index;
}

/** Whether the report's next paragraphs begin with the same words. */
function isRepeated(keys: readonly string[], at: number): boolean {
  const key = keys[at] ?? '';
  return keys.slice(at + 1, at + 10).some((each) => each.startsWith(key));
}

function isMarked({ mark }: PageBlock, marks: ReadonlySet<string>): boolean {
  return mark !== undefined && marks.has(mark);
}

function isLikeReport(block: PageBlock, marks: ReadonlySet<string>): boolean {
  const { kind, text, linkShare } = block;
  if ((kind !== 'paragraph' && kind !== 'quote') || !isMarked(block, marks)) return false;
  const words = countWords(text);
  if (endsSentence(text)) return words >= MERGING.minWords;
  return words >= MERGING.unendedWords && linkShare <= MERGING.maxLinkShare;
}
