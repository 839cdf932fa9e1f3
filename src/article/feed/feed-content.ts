import type { FeedEntry } from './feed.ts';
import { FEED_LIMITS } from './feed-limits.ts';
import { withoutFooter } from './feed-footer.ts';
import type { HtmlText } from './html-to-text.ts';

type ChosenContent = Pick<FeedEntry, 'text' | 'summary' | 'isTeaser' | 'subheads'>;

/** How much longer a teaser must be than the content beside it to be the fuller of the two. */
const FULLER = 1.2;

/**
 * Chooses an entry's text from its contents and teasers, fullest first in kind: the content, but
 * where a teaser says clearly more.
 */
export function chooseContent(
  givenContents: readonly HtmlText[],
  givenTeasers: readonly HtmlText[],
): ChosenContent {
  const contents = givenContents.map(withoutFooter);
  const teasers = givenTeasers.map(withoutFooter);
  const content = longest(contents);
  const teaser = longest(teasers);
  const isTeaserFuller = teaser !== undefined && teaser.text.length > FULLER * lengthOf(content);
  const full = isTeaserFuller ? teaser : content;
  const other = isTeaserFuller ? (content ?? teasers.find((each) => each !== teaser)) : teaser;
  if (full === undefined) return { subheads: [], isTeaser: true };
  const hasSummary = other !== undefined && other.text !== '' && other.text !== full.text;
  return {
    text: full.text,
    subheads: full.subheads,
    ...(hasSummary && { summary: other.text }),
    isTeaser: full.pointsOn || isTeaser(full.text, !isTeaserFuller, hasSummary),
  };
}

/**
 * Whether a text is only an invitation to read the page: it breaks off, or it is short and neither
 * several paragraphs of content nor a content with a shorter teaser beside it.
 */
function isTeaser(text: string, isContent: boolean, hasSummary: boolean): boolean {
  if (BREAKS_OFF.test(text)) return true;
  if (text.length >= FEED_LIMITS.teaserChars) return false;
  if (!isContent) return true;
  const paragraphs = text.split('\n\n').length;
  return !hasSummary && paragraphs < WHOLE_PARAGRAPHS;
}

/** A content of so many paragraphs is a report, however short. */
const WHOLE_PARAGRAPHS = 3;

/** "…" or "[...]" at the end. */
const BREAKS_OFF = /(?:…|\.\.\.)\s*[\])]?$/u;

function longest<T extends HtmlText>(texts: readonly T[]): T | undefined {
  let best: T | undefined;
  for (const each of texts) {
    if (each.text.length > lengthOf(best)) best = each;
  }
  return best;
}

function lengthOf(text: HtmlText | undefined): number {
  return text?.text.length ?? 0;
}
