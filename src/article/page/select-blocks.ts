import { readByline } from '../scraped/read-byline.ts';
import { countWords, comparisonKey } from '../clean-text.ts';
import { isKnownCredit, isPictureCredit, splitCredit } from '../scraped/credit.ts';
import { findBoilerplate } from '../scraped/find-boilerplate.ts';
import { endsSentence } from '../scraped/headline.ts';
import type { PageBlock } from './page-blocks.ts';
import { findPageBoilerplate } from './find-page-boilerplate.ts';
import { trimTail } from './trim-tail.ts';

/** Shares and lengths by which a page's blocks are judged. */
const SELECTION = {
  /**
   * A block with a larger share of its letters in links is a link to another page, not a paragraph.
   */
  maxLinkShare: 0.8,
  /** A block of links with at least this many words is kept if it reads like a sentence. */
  linkedSentenceWords: 18,
  /** The same if it is marked up like the report's other paragraphs. */
  markedSentenceWords: 6,
  /** Maximum words of a path before the headline. */
  pathWords: 10,
  /** A block with at least this many words shows that the report has begun, or hasn't ended yet. */
  paragraphWords: 12,
  /** Maximum words of a block in brackets, or ending with a credit, to be a caption. */
  maxCaptionWords: 60,
  /** The same if only a slash makes its end look like a credit. */
  slashCaptionWords: 20,
} as const;

/** A report's blocks, and the captions that were found among its paragraphs. */
export interface SelectedBlocks {
  readonly blocks: readonly PageBlock[];
  readonly captions: readonly string[];
  /** Number of blocks that were only a link to another page. */
  readonly linkCount: number;
}

/** Removes the blocks of a page that aren't part of its report. */
export function selectBlocks(
  all: readonly PageBlock[],
  { title, author }: { readonly title: string; readonly author?: string | undefined },
): SelectedBlocks {
  const captions: string[] = [];
  const paragraphs = all.filter((block) => !isLink(block));
  const kept = paragraphs.filter((block) => {
    if (findBoilerplate(block.text) || findPageBoilerplate(block) || isTitle(block, title))
      return false;
    if (isCaption(block)) {
      captions.push(block.text);
      return false;
    }
    return true;
  });
  return {
    blocks: trimTail(trimEnds(kept), author),
    captions,
    linkCount: all.length - paragraphs.length,
  };
}

/** The headline repeated, sometimes after the path to it: "Home › World › Storm nears coast". */
function isTitle({ text }: PageBlock, title: string): boolean {
  const extraWords = countWords(text) - countWords(title);
  return (
    title !== '' &&
    extraWords < SELECTION.pathWords &&
    comparisonKey(text).endsWith(comparisonKey(title))
  );
}

/** A line that is all link leads away from the report, but a linked sentence may belong to it. */
function isLink({ kind, text, linkShare, isMarked = false }: PageBlock): boolean {
  if (linkShare <= SELECTION.maxLinkShare) return false;
  const minWords = isMarked ? SELECTION.markedSentenceWords : SELECTION.linkedSentenceWords;
  const isSentence = endsSentence(text) && countWords(text) >= minWords;
  return !(isSentence && kind !== 'heading');
}

function isCaption({ kind, text, isMarked = false }: PageBlock): boolean {
  if (kind === 'heading' || kind === 'quote' || countWords(text) > SELECTION.maxCaptionWords)
    return false;
  if (CAPTION_LABEL.test(text)) return true;
  const { credit, text: words } = splitCredit(text);
  // Parties and offices are written with a slash, too: "… who opposed it (Centre / Left)".
  if (credit !== undefined && !isKnownCredit(credit)) {
    if (isMarked || countWords(words) > SELECTION.slashCaptionWords) return false;
  }
  // Reports may end like this, too: "… the ministry said. (AFP)".
  return credit !== undefined && (isPictureCredit(credit) || !endsSentence(words));
}

const CAPTION_LABEL =
  /^(?:(?:image|media|photo|picture|video)(?: ?caption| copyright)?(?: ?:| ?©|(?<=caption|copyright))|©)/iu;

/**
 * Removes what is above the first paragraph and below the last one, except for headings and lists.
 */
function trimEnds(blocks: readonly PageBlock[]): PageBlock[] {
  let from = 0;
  let to = blocks.length;
  const hasParagraph = blocks.some(isParagraph);
  if (!hasParagraph) return [...blocks];
  while (from < to && !isParagraph(blocks[from]!) && isAside(blocks[from]!)) from += 1;
  while (to > from && !isParagraph(blocks[to - 1]!) && isTail(blocks[to - 1]!)) to -= 1;
  return blocks.slice(from, to);
}

function isParagraph({ text, kind, isLead = false }: PageBlock): boolean {
  if (isLead) return true;
  return kind !== 'heading' && (endsSentence(text) || countWords(text) >= SELECTION.paragraphWords);
}

/** Above the report: author, date, and anything that isn't a sentence. */
function isAside({ text }: PageBlock): boolean {
  return readByline(text) !== undefined || !endsSentence(text);
}

/** Below the report: a heading with nothing under it. */
function isTail({ kind, text, linkShare }: PageBlock): boolean {
  return kind === 'heading' || linkShare > 0.5 || readByline(text) !== undefined;
}
