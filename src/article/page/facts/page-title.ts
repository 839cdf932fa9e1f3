import { cleanText, comparisonKey, countWords } from '../../clean-text.ts';
import { findElement, findElements, named } from '../tree/find-elements.ts';
import type { PageElement } from '../tree/page-node.ts';
import { textOfHtml } from '../tree/text-of-html.ts';

/** A page's statements about its title. */
export interface TitleEvidence {
  /** From its JSON-LD. */
  readonly headline?: string | undefined;
  /** For sharing: og:title. */
  readonly shared?: string | undefined;
  readonly source?: string | undefined;
}

/**
 * Chooses the headline as readers see it: the page's h1 if the page's other titles agree with it,
 * else a machine-readable title. The site's name is removed.
 */
export function findPageTitle(
  page: PageElement,
  { headline, shared, source }: TitleEvidence,
): string {
  const windowTitle = cleanText(findElement(page, named('title'))?.textContent ?? '');
  const others = [headline, shared, windowTitle]
    .map((text) => cleanText(textOfHtml(text ?? '')))
    .filter((text) => text !== '');
  const heads = findElements(page, named('h1')).map((head) => readHead(head, others));
  const agreed = heads.find(
    (head) =>
      countWords(head) >= 2 &&
      others.some((other) => comparisonKey(other).startsWith(comparisonKey(head))),
  );
  if (agreed !== undefined) return withoutSite(agreed, source);
  const [first = ''] = heads.filter((head) => head !== '');
  return withoutSite(others[0] ?? first, source);
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

/** Minimum words of a headline below a kicker. */
const MIN_WORDS = 3;

/**
 * "Storm nears coast | The Example" and "… - World - The Example": after the last separator comes
 * the site.
 */
function withoutSite(title: string, source: string | undefined): string {
  const parts = /^(.{10,}?) [|–—»·-] ([^|»·]{2,60})$/u.exec(title);
  if (!parts?.[1] || !parts[2]) return title;
  const [, head, tail] = parts;
  const isSource = source !== undefined && comparisonKey(tail).includes(comparisonKey(source));
  const isPipe = /\s[|»]\s+[^|»]{2,60}$/u.test(title) && countWords(head) > countWords(tail);
  return isSource || isPipe ? head.trim() : title;
}
