import { cleanText, countWords } from '../../clean-text.ts';
import { endsSentence } from '../../scraped/headline.ts';
import { readCaption } from '../page-captions.ts';
import type { Prose } from './measure-prose.ts';
import { findElement, findElements, named } from '../tree/find-elements.ts';
import type { PageElement } from '../tree/page-node.ts';
import { wordSet } from '../../../text/word-set.ts';

const BOX = {
  /** Maximum words around a picture for them to be its caption. */
  maxWords: 40,
  /** The same in letters. */
  maxLetters: 400,
  /** How far around a picture its box may be. */
  maxDepth: 5,
  /** Pages with more pictures are galleries. */
  maxPictures: 300,
} as const;

/**
 * Removes the pictures of a part of a page together with the few words that stand beside them in the
 * same box, and returns these captions. Many sites name neither box nor caption.
 */
export function removePictureBoxes(
  part: PageElement,
  headline: PageElement | undefined,
  prose: Prose,
): readonly string[] {
  const captions: string[] = [];
  const kept = new Set<PageElement>();
  const known: BoxEvidence['known'] = new Map();
  for (let at = headline ?? null; at; at = at.parentElement) kept.add(at);
  for (const picture of findElements(part, named('img')).slice(0, BOX.maxPictures)) {
    const box = findBox(picture, part, { kept, prose, known });
    if (!box) continue;
    const caption = readCaption(box);
    if (caption !== '') captions.push(caption);
    box.remove();
  }
  return captions;
}

interface BoxEvidence {
  readonly kept: ReadonlySet<PageElement>;
  readonly prose: Prose;
  /** Elements that were judged already: pictures share what is around them. */
  readonly known: Map<PageElement, ReturnType<typeof judge>>;
}

/** The largest element around a picture that has few words besides it. */
function findBox(
  picture: PageElement,
  part: PageElement,
  { kept, prose, known }: BoxEvidence,
): PageElement | undefined {
  let box: PageElement | undefined;
  let at = picture.parentElement;
  for (let depth = 0; at && at !== part && depth < BOX.maxDepth; depth += 1) {
    if (kept.has(at) || !BOX_TAGS.has(at.localName)) break;
    if ((prose.get(at) ?? 0) > BOX.maxLetters) break;
    const judged = known.get(at) ?? judge(at);
    known.set(at, judged);
    if (judged === 'other') break;
    if (judged === 'box') box = at;
    at = at.parentElement;
  }
  return box;
}

/** Whether an element is a picture with its caption, only a picture, or something else. */
function judge(element: PageElement): 'box' | 'picture' | 'other' {
  if (findElement(element, isNoCaption) !== undefined) return 'other';
  const text = cleanText(element.textContent);
  if (countWords(text) > BOX.maxWords) return 'other';
  return text !== '' && isCaptionLike(element, text) ? 'box' : 'picture';
}

/** A figure has only captions. Elsewhere, several sentences in paragraphs are a report's. */
function isCaptionLike(element: PageElement, text: string): boolean {
  if (element.localName === 'figure') return true;
  const paragraphs = findElements(element, named('p')).length;
  return paragraphs <= 1 || !endsSentence(text);
}

const BOX_TAGS = wordSet('figure div span picture a center');
/** What a box with a caption doesn't have. */
const isNoCaption = named('h1 h2 h3 h4 blockquote table ul ol article section time');
