import { readByline } from '../scraped/read-byline.ts';
import { countWords, comparisonKey } from '../clean-text.ts';
import { isPictureCredit, splitCredit } from '../scraped/credit.ts';
import { findBoilerplate } from '../scraped/find-boilerplate.ts';
import { endsSentence } from '../scraped/headline.ts';
import type { PageBlock } from './page-blocks.ts';
import { findPageBoilerplate } from './find-page-boilerplate.ts';

/** Shares and lengths by which a page's blocks are judged. */
const SELECTION = {
  /** A block with more of its letters in links is a link to another page and no paragraph. */
  maxLinkShare: 0.8,
  /** Words from which even a block of links is kept where it reads as a sentence. */
  linkedSentenceWords: 18,
  /** Words that a path may set before the headline. */
  pathWords: 10,
  /** Words from which a block shows that the report has begun, or has not yet ended. */
  paragraphWords: 12,
  /** Words up to which a block in brackets or with a credit at its end is a picture's. */
  maxCaptionWords: 60,
} as const;

/** The blocks of a report, and the captions that stood among them as if they were paragraphs. */
export interface SelectedBlocks {
  readonly blocks: readonly PageBlock[];
  readonly captions: readonly string[];
  /** How many blocks were no more than a link to another page. */
  readonly linkCount: number;
}

/** Takes out of a page's blocks what is no part of the report. */
export function selectBlocks(all: readonly PageBlock[], title: string): SelectedBlocks {
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
  return { blocks: trimEnds(kept), captions, linkCount: all.length - paragraphs.length };
}

/** The headline again, with the way to it before it at times: "Home › World › Storm nears coast". */
function isTitle({ text }: PageBlock, title: string): boolean {
  const extraWords = countWords(text) - countWords(title);
  return (
    title !== '' &&
    extraWords < SELECTION.pathWords &&
    comparisonKey(text).endsWith(comparisonKey(title))
  );
}

/** A line that is all link leads away from the report, but a linked sentence may be its own. */
function isLink({ kind, text, linkShare }: PageBlock): boolean {
  if (linkShare <= SELECTION.maxLinkShare) return false;
  const isSentence = endsSentence(text) && countWords(text) >= SELECTION.linkedSentenceWords;
  return !(isSentence && kind !== 'heading');
}

function isCaption({ kind, text }: PageBlock): boolean {
  if (kind === 'heading' || kind === 'quote' || countWords(text) > SELECTION.maxCaptionWords)
    return false;
  if (CAPTION_LABEL.test(text)) return true;
  const { credit, text: words } = splitCredit(text);
  // Reports end so too: "… the ministry said. (AFP)".
  return credit !== undefined && (isPictureCredit(credit) || !endsSentence(words));
}

const CAPTION_LABEL =
  /^(?:(?:image|media|photo|picture|video)(?: ?caption| copyright)?(?: ?:| ?©|(?<=caption|copyright))|©)/iu;

/** What stands above the first paragraph and below the last one is the page's, but for headings and lists. */
function trimEnds(blocks: readonly PageBlock[]): PageBlock[] {
  let from = 0;
  let to = blocks.length;
  const hasParagraph = blocks.some(isParagraph);
  if (!hasParagraph) return [...blocks];
  while (from < to && !isParagraph(blocks[from]!) && isAside(blocks[from]!)) from += 1;
  while (to > from && !isParagraph(blocks[to - 1]!) && isTail(blocks[to - 1]!)) to -= 1;
  return blocks.slice(from, to);
}

function isParagraph({ text, kind }: PageBlock): boolean {
  return kind !== 'heading' && (endsSentence(text) || countWords(text) >= SELECTION.paragraphWords);
}

/** Above the report: who wrote and when, and whatever is no sentence. */
function isAside({ text }: PageBlock): boolean {
  return readByline(text) !== undefined || !endsSentence(text);
}

/** Below the report: a heading with nothing under it. */
function isTail({ kind, text, linkShare }: PageBlock): boolean {
  return kind === 'heading' || linkShare > 0.5 || readByline(text) !== undefined;
}
