import { countWords } from '../clean-text.ts';
import { findPageBoilerplate } from '../page/find-page-boilerplate.ts';
import { leadsOn } from './leads-on.ts';
import type { FeedBlock } from './feed-blocks.ts';

/** A longer paragraph is part of the report, whatever it begins with. */
const MAX_WORDS = 45;
/** A headline of another article, as a link, has at most this many words. */
const MAX_HEADLINE_WORDS = 25;
/** From this share on, a paragraph is a link. */
const LINK = 0.95;

/**
 * Leaves out of a feed's text what its publishing system added: buttons, invitations, tags, advertisements and links to
 * other articles. A link to the rest of the article stays, because it shows that the text is a teaser. If nothing else
 * is there, everything stays.
 */
export function selectFeedBlocks(blocks: readonly FeedBlock[]): FeedBlock[] {
  const kept = blocks.filter((block) => block.kind === 'caption' || !isAdded(block));
  return kept.some(({ kind }) => kind === 'text') ? kept : [...blocks];
}

function isAdded({ kind, text, linkShare }: FeedBlock): boolean {
  if (leadsOn(text)) return false;
  if (countWords(text) > MAX_WORDS) return false;
  if (ADDED.test(text) || LABEL.test(text)) return true;
  if (kind === 'heading') return false;
  return isOtherHeadline(text, linkShare) || findPageBoilerplate({ text, linkShare }) !== undefined;
}

/** A paragraph that is a link but no sentence: a button, or the headline of another article. */
function isOtherHeadline(text: string, linkShare: number): boolean {
  return (
    linkShare >= LINK &&
    !/[.!?…。！？؟:]["'”’»)]*$/u.test(text) &&
    countWords(text) <= MAX_HEADLINE_WORDS
  );
}

/** Labels and buttons that are a paragraph of their own, with what little may follow them. */
const LABEL =
  /^(?:share(?: this)?|like this|like loading|related(?: (?:posts?|articles?|stories|news))?|tweet|pin it|print|e-?mail|subscribe(?: now)?|leave a comment|comments?|advertisements?|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|reklama?|реклама|annons|annonse|advertentie|mainos|iklan|quảng cáo|広告|广告|廣告|광고|إعلان|תוכן שיווקי)\s*[.:…]{0,3}$/iu;

/** Lines that say what they are in their first words. */
const ADDED = new RegExp(
  `^(?:${[
    'like loading|\\(visited \\d|\\d+ (?:total )?views?\\b[^.]{0,30}$',
    '(?:post )?(?:tags?|tagged|keywords|etiquetas?|schlagw(?:ö|o)rter|mots[- ]cl(?:é|e)s|filed under|posted in|categor(?:y|ies)|тег[иі]|метки|etiketler)\\s*:',
    'click to (?:share|email|print)\\b',
    'thanks for reading\\b.*\\bsubscribe|.{1,60} is a reader-supported publication\\b|to receive new posts and support\\b|(?:this|our) (?:site|newsletter|publication) is (?:free|supported by)',
    '(?:get|receive) (?:new posts|the latest posts)\\b|subscribe (?:for free )?to receive\\b|share this (?:post|article|story)\\b[^.]{0,40}$',
  ].join('|')})`,
  'iu',
);
