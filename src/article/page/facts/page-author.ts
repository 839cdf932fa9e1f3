import { cleanText, comparisonKey } from '../../clean-text.ts';
import { parseUrl } from '../../../parse-url.ts';
import { readByline } from '../../scraped/read-byline.ts';
import { isBesideReport } from '../beside-report.ts';
import { findElements, hasWord, isInside, type ElementTest } from '../tree/find-elements.ts';
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
  for (const name of namesInMarkup(page)) if (!isPublisher(name)) return name;
  return named[0];
}

/** Reads a name. Rejects addresses and links, and removes a label before the name. */
export function readAuthor(printed: string | undefined): string | undefined {
  const text = cleanText(printed ?? '').replace(
    /^(?:(?:written )?by|von|par|por|di|da|door|av|af|\p{L}+:)\s*:?\s+/iu,
    '',
  );
  if (/@|https?:|www\.|[{}<>|]/u.test(text) || text.length > 120 || /^admin/iu.test(text))
    return undefined;
  return /\p{L}{2}/u.test(text) ? text : undefined;
}

function* namesInMarkup(page: PageElement): Generator<string> {
  for (const is of MARKED) {
    for (const element of findElements(page, is)) {
      if (isBesideReport(element.localName === 'a' ? (element.parentElement ?? element) : element))
        continue;
      const name = readAuthor(element.getAttribute('content') ?? element.textContent);
      if (name !== undefined) yield name;
    }
  }
  for (const element of findElements(page, isNamedForAuthor)) {
    const text = cleanText(element.textContent);
    if (text === '' || text.length >= 160 || isBesideReport(element)) continue;
    const author =
      readByline(text)?.author ?? readLabelledName(text) ?? (isNameList(text) ? text : undefined);
    const name = readAuthor(author);
    if (name !== undefined) yield name;
  }
}

const isAuthor: ElementTest = (element) => hasWord(element, 'itemprop', 'author');
const MARKED: readonly ElementTest[] = [
  (element) => hasWord(element, 'itemprop', 'name') && isInside(element, isAuthor),
  isAuthor,
  (element) => element.localName === 'a' && hasWord(element, 'rel', 'author'),
];
const isNamedForAuthor: ElementTest = (element) =>
  /byline|author|autor|auteur|writer|reporter|yazar/iu.test(element.getAttribute('class') ?? '');
/** Signatures of a desk, which isn't a person. */
const NO_PERSON =
  /^(?:redaktion|redaction|la rédaction|rédaction|redacción|redação|redazione|redactie|redakcja|редакция|(?:the )?(?:newsroom|editors?|staff|web desk|news desk|online)|.{0,20}(?:redaktion|newsroom|news desk))$/iu;

/** The name in an address: "https://www.halvmopost.example/" → "halvmopost". */
function siteOf(url: string | undefined): string | undefined {
  const host = url === undefined ? undefined : parseUrl(url)?.hostname;
  return host
    ?.replace(/^www\./u, '')
    .split('.')
    .at(0);
}
