import { cleanText, comparisonKey, countWords } from '../../clean-text.ts';
import { findElement, findElements, named } from '../tree/find-elements.ts';
import type { PageElement } from '../tree/page-node.ts';
import { textOfHtml } from '../tree/text-of-html.ts';
import { siteOf } from './page-url.ts';

/** A page's statements about its title. */
export interface TitleEvidence {
  /** From its JSON-LD. */
  readonly headline?: string | undefined;
  /** For sharing: og:title. */
  readonly shared?: string | undefined;
  readonly source?: string | undefined;
  readonly url?: string | undefined;
}

/**
 * Chooses the headline as readers see it: the page's first heading if the page's other titles agree with it,
 * else a machine-readable title. The site's name is removed.
 */
export function findPageTitle(
  page: PageElement,
  { headline, shared, source, url }: TitleEvidence,
): string {
  const windowTitle = cleanText(findElement(page, named('title'))?.textContent ?? '');
  const others = [headline, shared, windowTitle]
    .map((text) => cleanText(textOfHtml(text ?? '')))
    .filter((text) => text !== '');
  const heads = findElements(page, named('h1')).map((head) => readHead(head, others));
  const subheads = findElements(page, named('h2')).slice(0, MAX_SUBHEADS);
  const agreed = [
    ...heads.filter((head) => countWords(head) >= 2),
    ...subheads
      .map((head) => readHead(head, others))
      .filter((head) => countWords(head) > MIN_WORDS),
  ].find((head) => others.some((other) => comparisonKey(other).startsWith(comparisonKey(head))));
  if (agreed !== undefined) return withoutSite(agreed, source, url);
  const [first = ''] = heads.filter((head) => head !== '');
  return withoutSite(others[0] ?? first, source, url);
}

/**
 * Reads a heading. A word above the headline that is part of the heading is left out if the page's
 * other titles begin after it, or if nothing parts it from the headline's first word.
 */
function readHead(head: PageElement, others: readonly string[]): string {
  const text = cleanText(head.textContent);
  const [first] = head.childNodes.filter((node) => node.textContent.trim() !== '');
  if (!first || !first.isElement) return text;
  const kicker = cleanText(first.textContent);
  const rest = cleanText(head.textContent.trimStart().slice(first.textContent.trimStart().length));
  if (kicker === '' || countWords(rest) < MIN_WORDS) return text;
  const isTitle = others.some((other) => comparisonKey(other).startsWith(comparisonKey(rest)));
  const isGlued =
    text.startsWith(`${kicker}${rest}`) &&
    /^[\p{Lu}\p{N}"“‘«„]/u.test(rest) &&
    /[\p{L}\p{N}]$/u.test(kicker);
  return isTitle || isGlued ? rest : text;
}

/** The headline of a page may be of the second order. */
const MAX_SUBHEADS = 20;
/** Minimum words of a headline below a kicker. */
const MIN_WORDS = 3;

/**
 * Removes the site's name, and a section's beside it: "Storm nears coast - World - The Example", "The
 * Example | Storm nears coast", "…_国际_某某网".
 */
function withoutSite(title: string, source: string | undefined, url: string | undefined): string {
  const own = keyOf(source ?? '');
  const sites = [own, keyOf(siteOf(url) ?? '')].filter((key) => key !== '');
  const isSite = (part: string): boolean =>
    sites.includes(keyOf(part)) || (own !== '' && keyOf(part).includes(own));
  const opening = SITE_FIRST.exec(title);
  if (opening?.[1] !== undefined && opening[2] && sites.includes(keyOf(opening[1])))
    return opening[2];
  let rest = title;
  let cutMark: string | undefined;
  for (let cuts = 0; cuts < MAX_CUTS; cuts += 1) {
    const [, head, mark, tail] = SITE_LAST.exec(rest) ?? [];
    if (head === undefined || mark === undefined || tail === undefined) break;
    const isPipe = /[|»]/u.test(mark) && countWords(head) > countWords(tail);
    const isSection =
      mark === cutMark && countWords(tail) <= 2 && !/\d/u.test(tail) && countWords(head) > 3;
    const isTight = mark.trim() === mark;
    if (!(isTight ? sites.includes(keyOf(tail)) || isSection : isSite(tail) || isPipe || isSection))
      break;
    rest = head;
    cutMark = mark;
  }
  return rest.trim();
}

function keyOf(name: string): string {
  return comparisonKey(name).replace(/^the(?=.{3})/u, '');
}

const MAX_CUTS = 3;
const MARKS = String.raw` (?:[|–—»«•·⋆<~/-]|::) | ?[｜：] ?|[_|-]`;
const SITE_FIRST = new RegExp(`^([^|»]{2,60}?) [|–—»•·-] (.{10,})$`, 'u');
const SITE_LAST = new RegExp(`^(.{6,})(${MARKS})([^|»_]{2,60})$`, 'u');
