import { countWords } from './clean-text.ts';
import type { PageBlock } from './page-blocks.ts';

/** Words up to which a line that opens like furniture is taken for it. */
const MAX_WORDS = 45;

/**
 * Why a block of a web page is no part of its report, or undefined. These lines stand on pages and not in
 * texts that people copy; see furniture.ts for the others.
 */
export function findPageFurniture({
  text,
  linkShare,
}: Pick<PageBlock, 'text' | 'linkShare'>): string | undefined {
  if (countWords(text) > MAX_WORDS) return undefined;
  return FURNITURE.find(
    ({ pattern, minLinkShare = 0 }) => linkShare >= minLinkShare && pattern.test(text),
  )?.reason;
}

const FURNITURE: readonly { pattern: RegExp; reason: string; minLinkShare?: number }[] = [
  {
    pattern: /^[([]?(?:(?:more|also|see|read|watch|listen|related|recommended|learn more|keep reading|continue reading|leggi anche|lee también|lire aussi|lesen sie|mehr zum thema|siehe auch|lees ook)(?: (?:also|more|next|on|from|here|the full \w+|related|this))*)\b.{0,30}?[:>»–—-]/iu,
    minLinkShare: 0.3,
    reason: 'link to another page',
  },
  { pattern: /^(?:don['’]t miss|also (?:on|read)|see more|read more|read also|read next|must read|leggi anche|lee también|lire aussi|à lire|lesen sie auch|lees ook|читайте также|اقرأ أيضا)\b/iu, minLinkShare: 0.3, reason: 'link to another page' },
  { pattern: /\b(?:click|tap|by clicking) here\b|^click (?:here|to)\b|\bclick here\b/iu, minLinkShare: 0.2, reason: 'link to another page' },
  { pattern: /\b(?:sign up|subscribe|subscription|newsletter|register|get .{1,40} delivered|delivered (?:straight |daily |directly )?to your (?:inbox|door))\b/iu, minLinkShare: 0.15, reason: 'invitation to subscribe' },
  { pattern: /^(?:sign up (?:for|to)|subscribe (?:to|now|for)|get (?:our|the) (?:free|daily|latest|best|top)|follow (?:us|me|him|her|\S+ (?:\S+ )?)\b.{0,40}(?:on|@)|like (?:us|this)\b|join (?:us|our|the conversation)|download (?:the|our)|tell us what|what do you think|want (?:more|to (?:read|get|receive))\b|have (?:a tip|you (?:got )?a story)|every (?:day|week|morning) we send)/iu, reason: 'invitation' },
  { pattern: /^(?:media playback is|your browser|this video|video player|javascript|please enable|sorry, (?:your|this)|loading\b|advertisement|advert\b|sponsored|story continues|article continues|continue reading below|scroll (?:down )?(?:to|for))/iu, reason: 'notice of the page' },
  { pattern: /^(?:(?:first |last )?(?:published|posted|updated|modified)\b.{0,60}\d{1,2}[:.]\d{2}.{0,60}|(?:first )?(?:published|posted):? .{0,60}\d{4}.{0,40}|[| ]*(?:updated|published) ?:.{0,60})$/iu, reason: 'date line' },
  { pattern: /^(?:this (?:document|content|material|article|story) (?:is subject to copyright|may not be|has been published from|was (?:originally )?published|originally appeared|first appeared)|citation ?:|copyright\b|©|all rights reserved|the contents of this site|reprinted with|republished with)/iu, reason: 'copyright line' },
  { pattern: /\b(?:contributed to this (?:report|story|article)|reporting by|editing by|may earn (?:an? )?(?:affiliate )?commission|affiliate links?)\b/iu, reason: 'names and notices below the report' },
  { pattern: /^(?:about the author|comments?|post (?:a )?comment\b.*|view (?:author archive|comments).*|e-?mail the author|follow on \w+|leave a (?:reply|comment).*|comments are closed\.?|\d+ comments?|enlarge(?: (?:this )?image)?|image \d+ of ?\/? ?\d+|caption|close|toggle caption|hide caption|\d+ (?:shares?|views?|likes?)|tweet this|(?:twitter|facebook|instagram)\.com\/\S+|https?:\/\/\S+)$/iu, reason: 'button or label of the page' },
]; // prettier-ignore
