import { cleanText, comparisonKey, countWords } from '../clean-text.ts';
import { textOfHtml, type PageDocument } from './page-dom.ts';

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
  page: PageDocument,
  { headline, shared, source }: TitleEvidence,
): string {
  const windowTitle = cleanText(page.querySelector('title')?.textContent ?? '');
  const others = [headline, shared, windowTitle]
    .map((text) => cleanText(textOfHtml(text ?? '')))
    .filter((text) => text !== '');
  const heads = Array.from(page.querySelectorAll('h1'), (head) =>
    cleanText(head.textContent ?? ''),
  );
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
