import type { FeedEntry } from './feed.ts';
import { FEED_LIMITS } from './feed-limits.ts';
import type { HtmlText } from './html-to-text.ts';

type ChosenContent = Pick<FeedEntry, 'text' | 'summary' | 'isTeaser' | 'subheads'>;

/** How much longer a teaser must be than the content beside it to be the fuller of the two. */
const FULLER = 1.2;

/**
 * Chooses an entry's text from its contents and teasers, fullest first in kind: the content, but
 * where a teaser says clearly more.
 */
export function chooseContent(
  contents: readonly HtmlText[],
  teasers: readonly HtmlText[],
): ChosenContent {
  const content = longest(contents);
  const teaser = longest(teasers);
  const isTeaserFuller = teaser !== undefined && teaser.text.length > FULLER * lengthOf(content);
  const full = isTeaserFuller ? teaser : content;
  const other = isTeaserFuller ? (content ?? teasers.find((each) => each !== teaser)) : teaser;
  if (full === undefined) return { subheads: [], isTeaser: true };
  return {
    text: full.text,
    subheads: full.subheads,
    ...(other !== undefined && other.text !== '' && other.text !== full.text
      ? { summary: other.text }
      : {}),
    isTeaser: isTeaser(full.text, !isTeaserFuller),
  };
}

/**
 * Whether a text is only an invitation to read the page: it breaks off or points on, or it is short
 * and, not being called the content, a single paragraph.
 */
function isTeaser(text: string, isContent: boolean): boolean {
  if (BREAKS_OFF.test(text.slice(-200))) return true;
  if (text.length >= FEED_LIMITS.teaserChars) return false;
  return !isContent || text.length < FEED_LIMITS.teaserChars / 2;
}

/** "[…]", "…", "Read more", "Continue reading on …" at the end. */
const BREAKS_OFF =
  /(?:\[?(?:…|\.\.\.)\]?|(?:read (?:more|the (?:full|rest|whole))|continue reading|full (?:story|article)|click here|weiterlesen|lire la suite|leer más|seguir leyendo|leggi (?:tutto|anche)|читать (?:далее|полностью)|اقرأ المزيد)[^.\n]{0,80}[.…]?(?:\s*[→»›])?)$/iu;

function longest(texts: readonly HtmlText[]): HtmlText | undefined {
  let best: HtmlText | undefined;
  for (const each of texts) {
    if (each.text.length > lengthOf(best)) best = each;
  }
  return best;
}

function lengthOf(text: HtmlText | undefined): number {
  return text?.text.length ?? 0;
}
