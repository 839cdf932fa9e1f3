import type { FeedEntry } from './feed.ts';
import { FEED_LIMITS } from './feed-limits.ts';
import { withoutFooter, type BareText } from './feed-footer.ts';
import type { HtmlText } from './html-to-text.ts';

type ChosenContent = Pick<FeedEntry, 'text' | 'summary' | 'isTeaser' | 'subheads'>;

/** How many times longer a teaser must be than the content to be preferred. */
const FULLER = 1.2;

/**
 * Chooses an entry's text from its contents and teasers: the longest content, unless a teaser is
 * clearly longer.
 */
export function chooseContent(
  givenContents: readonly HtmlText[],
  givenTeasers: readonly HtmlText[],
  title = '',
): ChosenContent {
  const [contents, teasers] = [givenContents, givenTeasers].map((texts) =>
    texts.map((text) => withoutFooter(text, title)),
  ) as [BareText[], BareText[]];
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
 * Whether a text is only an invitation to read the page: it breaks off, or it is short and is
 * neither several paragraphs of content nor content with a shorter teaser next to it.
 */
function isTeaser(text: string, isContent: boolean, hasSummary: boolean): boolean {
  if (BREAKS_OFF.test(text)) return true;
  if (text.length >= FEED_LIMITS.teaserChars) return false;
  if (!isContent) return true;
  const paragraphs = text.split('\n\n').length;
  return !hasSummary && paragraphs < WHOLE_PARAGRAPHS;
}

/** Content with at least this many paragraphs is a whole report, however short. */
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
