import { cleanText, comparisonKey } from '../../clean-text.ts';
import { siteOf } from './page-url.ts';
import { readByline } from '../../scraped/read-byline.ts';
import { isBesideReport } from '../beside-report.ts';
import {
  findElements,
  hasProperty,
  hasWord,
  isInside,
  type ElementTest,
} from '../tree/find-elements.ts';
import type { PageElement } from '../tree/page-node.ts';
import { isNameList, readLabelledName } from './person-names.ts';

/** What is known of a page when its author is looked for. */
export interface AuthorEvidence {
  /** Names that the page states for machines, the most certain first. */
  readonly stated: readonly (string | undefined)[];
  /** The publisher by its names. */
  readonly publishers: readonly (string | undefined)[];
  readonly url: string | undefined;
}

/**
 * Finds who wrote a page's article. Many publishers state themselves, so a person who is named
 * anywhere else comes first.
 */
export function findPageAuthor(
  page: PageElement,
  { stated, publishers, url }: AuthorEvidence,
): string | undefined {
  const own = new Set(
    [...publishers, siteOf(url)].map((name) => comparisonKey(name ?? '')).filter(Boolean),
  );
  const isPublisher = (name: string): boolean =>
    own.has(comparisonKey(name).replace(/^the/u, '')) ||
    own.has(comparisonKey(name)) ||
    NO_PERSON.test(name);
  const named = stated.map(readAuthor).filter((name) => name !== undefined);
  const found = named.find((name) => !isPublisher(name));
  if (found !== undefined) return found;
  let [first] = named;
  for (const name of namesInMarkup(page)) {
    if (!isPublisher(name)) return name;
    first ??= name;
  }
  return first;
}

/**
 * Reads a name. Rejects addresses and links, and removes a label before the name, and an account or a
 * duty behind it.
 */
export function readAuthor(printed: string | undefined): string | undefined {
  const name = cleanText(printed ?? '').replace(BEHIND, '');
  const text = name.replace(
    /^(?:(?:written |words |story |text |reporting )?by|von|par|por|di|da|door|av|af|oleh|\p{L}+:)\s*:?\s+/iu,
    '',
  );
  if (/@|https?:|www\.|[{}<>|]/u.test(text) || text.length > 120 || /^admin/iu.test(text))
    return undefined;
  return /\p{L}{2}/u.test(text) ? text : undefined;
}

/**
 * Names of authors in the page's markup, the most certain first. Those in one small box are the
 * authors of one article.
 */
function* namesInMarkup(page: PageElement): Generator<string> {
  for (const is of MARKED) {
    const elements = findElements(page, is)
      .filter((element) => !isBeside(element))
      .slice(0, MAX_NAMES);
    for (const element of elements) {
      const box = boxOf(element);
      const names = elements.filter((each) => isWithin(each, box)).map(readMarked);
      const joined = joinNames(names);
      if (joined !== undefined) yield joined;
    }
  }
  for (const element of findElements(page, isNamedForAuthor)) {
    if (isBesideReport(element)) continue;
    const name = readBox(element);
    if (name !== undefined) yield name;
  }
}

/** Reads an element named for an author or for several. */
function readBox(element: PageElement): string | undefined {
  const parts = element.childNodes.map((node) => node.textContent).join(' ');
  const text = cleanText(parts).replaceAll(' ,', ',');
  if (text === '' || text.length >= BOX_CHARS) return undefined;
  const inner = findElements(element, isNamedForAuthor).map((each) => cleanText(each.textContent));
  if (inner.length > 1 && inner.every(isNameList)) return joinNames(inner);
  const author =
    readByline(text)?.author ?? readLabelledName(text) ?? (isNameList(text) ? text : undefined);
  return withoutDate(readAuthor(author));
}

function readMarked(element: PageElement): string | undefined {
  return withoutDate(readAuthor(element.getAttribute('content') ?? element.textContent));
}

/** An element may hold the date with the name. */
function withoutDate(name: string | undefined): string | undefined {
  return name === undefined || /\d/u.test(name) ? undefined : name;
}

function joinNames(names: readonly (string | undefined)[]): string | undefined {
  return [...new Set(names)].filter((name) => name !== undefined).join(', ') || undefined;
}

function isBeside(element: PageElement): boolean {
  return isBesideReport(element.localName === 'a' ? (element.parentElement ?? element) : element);
}

/** The largest element around one that has no more text than a line of names. */
function boxOf(element: PageElement): PageElement {
  let box = element;
  while (box.parentElement?.textWithin(BOX_CHARS) !== undefined) box = box.parentElement;
  return box;
}

function isWithin(element: PageElement, box: PageElement): boolean {
  return element === box || isInside(element, (at) => at === box);
}

/** Pages with more name the authors of other articles. */
const MAX_NAMES = 50;
/** The most characters of a line of names. */
const BOX_CHARS = 160;

const isAuthor: ElementTest = (element) => hasProperty(element, 'author');
const MARKED: readonly ElementTest[] = [
  (element) => hasProperty(element, 'name') && isInside(element, isAuthor),
  isAuthor,
  (element) => element.localName === 'a' && hasWord(element, 'rel', 'author'),
];
const isNamedForAuthor: ElementTest = (element) =>
  /byline|author|autor|auteur|writer|reporter|yazar/iu.test(element.getAttribute('class') ?? '');
/** "(@anarenn)", ", Staff Writer" */
const BEHIND =
  / \(?@\w{1,30}\)?$|, (?:\p{Lu}[\p{L}-]{1,20} ){0,3}(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor)$/u;
/** Signatures of a desk, which isn't a person. */
const NO_PERSON =
  /^(?:redaktion|redaction|la rédaction|rédaction|redacción|redação|redazione|redactie|redakcja|редакция|(?:the )?(?:newsroom|editors?|staff|web desk|news desk|online)|.{0,40} (?:staff|editorial (?:board|team|staff)|news team)|.{0,20}(?:redaktion|newsroom|news desk))$/iu;
