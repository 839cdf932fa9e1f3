import { isCaptionLike } from './caption.ts';
import type { Subhead } from '../article.ts';
import { comparisonKey } from '../clean-text.ts';
import { isPictureCredit, splitCredit } from './credit.ts';
import type { Steps } from '../../slices.ts';
import type { Ledger } from '../ledger.ts';
import { BULLET } from './headline.ts';
import { labelOf } from './line-label.ts';
import { takeLabel } from './read-head.ts';
import type { ReportFacts } from '../report-facts.ts';
import { findSubhead } from './subhead.ts';
import { keyOf, type TextLine } from './text-line.ts';
import { continues, findWrapping, joinLines } from './wrapping.ts';

/** A report's text: its paragraphs joined by blank lines, and the sub-heads between them. */
export interface Body {
  readonly text: string;
  readonly subheads: readonly Subhead[];
}

/**
 * A shorter paragraph may be repeated (a refrain, an answer), unless everything around it is
 * repeated.
 */
const MIN_REPEAT_CHARS = 40;

/**
 * Reads the lines below a head, in steps. Captions and labels go to `facts`; every line goes to `ledger`.
 * `title` is the headline, whose copies inside the body are dropped.
 */
export function* readBodyLines(
  lines: readonly TextLine[],
  title: string,
  facts: ReportFacts,
  ledger: Ledger,
): Steps<Body> {
  const paragraphs: string[] = [];
  const subheads: Subhead[] = [];
  const told = new Set<string>();
  const titleKey = comparisonKey(title);
  let waiting: { text: string; lines: readonly TextLine[] }[] = [];
  let start = 0;
  /** Whether the paragraph above was a repetition. */
  let isEcho = false;

  const blocks = yield* groupParagraphs(lines);
  for (const [at, block] of blocks.entries()) {
    yield;
    const text = joinLines(block);
    const first = block[0];
    if (!first) continue;
    const key = block.length === 1 ? keyOf(first) : comparisonKey(text);
    if (block.length === 1 && isLabel(first, paragraphs.length > 0, facts, ledger)) continue;
    const subhead = isInList(blocks, at) ? undefined : findSubhead(text);
    if (key === titleKey || (subhead !== undefined && comparisonKey(subhead) === titleKey))
      ledger.drop('repeated headline', block);
    else if (facts.captionKeys.has(key)) ledger.drop('repeated caption', block);
    else if (isPictureCaption(text)) {
      facts.addCaption(text);
      ledger.use('caption', block);
    } else if (told.has(key) && (isEcho || (key.length >= MIN_REPEAT_CHARS && !subhead))) {
      isEcho = true;
      ledger.drop(subhead === undefined ? 'repeated paragraph' : 'repeated sub-head', block);
    } else if (subhead !== undefined) {
      told.add(key);
      waiting.push({ text: subhead, lines: block });
    } else {
      for (const head of waiting) {
        subheads.push({ text: head.text, start });
        ledger.use('subhead', head.lines);
      }
      waiting = [];
      isEcho = false;
      told.add(key);
      paragraphs.push(text);
      start += text.length + 2;
      ledger.use('body', block);
    }
  }
  for (const head of waiting) ledger.drop('short line below the last paragraph', head.lines);
  return { text: paragraphs.join('\n\n'), subheads };
}

/** Joins wrapped lines into paragraphs. A label on its own line stays separate. */
function* groupParagraphs(lines: readonly TextLine[]): Steps<TextLine[][]> {
  const wrapping = yield* findWrapping(lines);
  const blocks: TextLine[][] = [];
  let last: TextLine | undefined;
  for (const line of lines) {
    yield;
    const isApart =
      !last || labelOf(line)?.kind === 'boilerplate' || labelOf(last)?.kind === 'boilerplate';
    if (last && !isApart && continues(last, line, wrapping)) blocks.at(-1)?.push(line);
    else blocks.push([line]);
    last = line;
  }
  return blocks;
}

/**
 * Above the first paragraph all labels count. Below it, only those that can't be part of a report.
 */
function isLabel(line: TextLine, isInside: boolean, facts: ReportFacts, ledger: Ledger): boolean {
  const kind = labelOf(line)?.kind;
  // A section's name between paragraphs is a sub-head.
  return isInside && (kind === undefined || kind === 'section')
    ? false
    : takeLabel(line, facts, ledger);
}

function isPictureCaption(text: string): boolean {
  const { credit } = splitCredit(text);
  if (credit !== undefined) return isPictureCredit(credit);
  return isCaptionLike(text);
}

/** Whether a paragraph is one of several list items. A single one is a sub-head on many sites. */
function isInList(blocks: readonly TextLine[][], at: number): boolean {
  return isItem(blocks[at]) && (isItem(blocks[at - 1]) || isItem(blocks[at + 1]));
}

function isItem(block: readonly TextLine[] | undefined): boolean {
  return LIST_ITEM.test(block?.[0]?.text ?? '');
}

const LIST_ITEM = new RegExp(`${BULLET.source}|^\\d{1,2}[.)] `, 'u');
