import { countWords } from '../clean-text.ts';
import { findInvitation } from './find-invitation.ts';
import { isLockedLine } from './locked-words.ts';
import type { PageBlock } from './page-blocks.ts';

/** A longer line that opens like boilerplate is not. */
const MAX_WORDS = 45;

/**
 * Explains why a block of a web page isn't part of its report. Undefined if it may be. These lines
 * appear on pages but not in copied text; see find-boilerplate.ts for the others. Words with which
 * a sentence of a report could begin count only if links show that the line leads away.
 */
export function findPageBoilerplate({
  text,
  linkShare,
}: Pick<PageBlock, 'text' | 'linkShare'>): string | undefined {
  if (countWords(text) > MAX_WORDS) return undefined;
  if (isLockedLine(text)) return 'offer of a subscription';
  const invitation = findInvitation(text, linkShare);
  if (invitation !== undefined) return invitation;
  return BOILERPLATE.find(
    ({ pattern, minLinkShare = 0 }) => linkShare >= minLinkShare && pattern.test(text),
  )?.reason;
}

const MORE =
  'more|also|see|read|watch|listen|related|recommended|learn more|keep reading|continue reading|leggi anche|lee también|lire aussi|à lire|lesen sie|mehr zum thema|siehe auch|lees ook|читайте также|اقرأ أيضا';
const NETWORK =
  '[Tt]witter|TWITTER|X|[Ff]acebook|FACEBOOK|[Ii]nstagram|INSTAGRAM|[Tt]elegram|[Ww]hats[Aa]pp|[Yy]ou[Tt]ube|[Ll]inked[Ii]n|[Tt]ik[Tt]ok|[Tt]hreads|[Bb]lue[Ss]ky|[Mm]astodon';

const BOILERPLATE: readonly { pattern: RegExp; reason: string; minLinkShare?: number }[] = [
  { pattern: new RegExp(`^[([]?(?:${MORE})(?![\\p{L}\\p{N}]).{0,50}?[:>»–—-]`, 'iu'), minLinkShare: 0.3, reason: 'link to another page' },
  { pattern: /^(?:don['’]t miss|also (?:on|read)|see more|read (?:more|also|next)|must read|leggi anche|vea también|lea también|lee también|leia (?:também|mais)|veja também|voir aussi|lire aussi|à lire|lesen sie auch|auch interessant|lesetipp|lees (?:ook|meer)|läs (?:också|även|mer)|les (?:også|mer)|læs (?:også|mere)|lue (?:myös|lisää)|(?:czytaj|zobacz|przeczytaj) (?:też|także|również|więcej)|čtěte (?:také|též)|čítajte (?:aj|tiež)|olvassa el|citește (?:și|mai mult)|pročitaj(?:te)? (?:i|još|više)|διαβάστε (?:επίσης|ακόμα|ακόμη)|читайте (?:також|также)|прочетете (?:още|и)|ayrıca oku\p{L}*|baca juga|xem thêm|đọc thêm|関連記事|相关阅读|相關閱讀|관련 ?기사|קראו (?:גם|עוד)|بیشتر بخوانید|اقرأ أيضا)(?![\p{L}\p{N}])/iu, minLinkShare: 0.3, reason: 'link to another page' },
  { pattern: /\b(?:click|tap|by clicking) here\b|^click (?:here|to)\b/iu, minLinkShare: 0.2, reason: 'link to another page' },
  { pattern: /\b(?:sign up (?:for|to|here|now)|subscribe (?:to (?:our|the|my)|now|here|today)|(?:our|daily|weekly|free) (?:\w+ )?newsletter|delivered (?:\w+ )?to your (?:inbox|door))\b/iu, minLinkShare: 0.1, reason: 'invitation to subscribe' },
  { pattern: /\bdonate (?:now|today|here)\b|\bsupport (?:us|our (?:journalism|work|reporting)) (?:now|today|here|with|by)\b/iu, minLinkShare: 0.1, reason: 'invitation to donate' },
  { pattern: /^(?:sign up (?:for|to) (?:our|the|get|receive)|subscribe (?:to (?:our|the)|now|today)|get (?:our|the) (?:free|daily|latest|best|top)\b.{0,60}\b(?:news|newsletter|stories|headlines|updates|analysis|app|e-?mail|briefing|inbox|podcast)\b|get .{1,40} delivered|download (?:the|our) (?:\S+ )?app|tell us what you (?:think|make)|what do you think\?(?:$| .{0,60}\b(?:comments?|us|below|e-?mail|poll)\b)|want (?:more\b.{0,30}\?|to (?:read|receive) more)|(?:do you )?have a (?:news |story )?tip\b[^.!?]{0,60}(?:\??$|\? .{0,80}(?:\b(?:us|e-?mail|contact|reach(?:ed)?|send)\b|@))|every (?:day|week|morning) we send (?:you|out|our|an? (?:free )?(?:newsletter|e-?mail))|if you (?:enjoyed|liked) this (?:article|story|post|piece|report|episode)|like this (?:story|article)\?)/iu, reason: 'invitation' },
  { pattern: new RegExp(`^(?:[Ff]ollow|[Ll]ike|[Jj]oin|[Ff]ind|FOLLOW|LIKE|JOIN|FIND) [^,;]{1,60}? (?:on|ON) (?:our )?(?:${NETWORK})(?![\\p{L}\\p{N}])(?!,? (?!(?:and|or|on|for|at|by|to|here)\\b)\\p{Ll})[^,]{0,60}(?:, (?:and|or|on|for|${NETWORK})\\b.{0,60})?$`, 'u'), reason: 'invitation' },
  { pattern: /^(?:media playback is|your browser (?:does not|doesn['’]t|is (?:not|out|un|too))|this video (?:is|can|cannot|has|file)\b.{0,60}(?:play|available|load|support|format)|video player|(?:please )?enable javascript|javascript (?:is|must)|(?:the )?(?:story|article) continues(?:$|[.…:]| (?:below|after|underneath|beneath|following|on the next)\b)|continue reading below|scroll (?:down )?to continue)/iu, reason: 'notice of the page' },
  { pattern: /^(?:advertisement|advert|sponsored(?: content)?|promoted)\b[^.]{0,30}$/iu, reason: 'advertisement' },
  { pattern: /^[[(–—-]{0,3} ?(?:advertisement|anzeige|werbung|publicité|pub|publicidad|publicidade|anuncio|anúncio|pubblicità|advertentie|annons|annonse|annonce|reklame?|reklama|reklám|hirdetés|mainos|reclam[aă]|oglas|διαφήμιση|реклама|на правах рекламы|reklam alanı|إعلان|اعلان|تبلیغات|פרסומת|विज्ञापन|বিজ্ঞাপন|iklan|quảng cáo|โฆษณา|広告|廣告|广告|광고)(?: ?[:.–—-]{0,3} ?(?:unten weiterlesen|scroll.{0,30}|continue reading.{0,20}|la suite après.{0,30}|artikel wird.{0,40}|lees verder.{0,40}))? ?[\])–—-]{0,3}$/iu, reason: 'advertisement' },
  { pattern: /^(?:link (?:zum|to(?: the)?|vers(?: le| la)?|al?)|zum|open|view|ver|voir|vedi|bekijk) .{0,20}\b(?:youtube|twitter|instagram|facebook|tiktok|spotify|vimeo|x)\b.{0,20}$/iu, reason: 'link to an embedded part' },
  { pattern: /^(?:(?:first |last )?(?:published|posted|updated|modified)\b(?!.{0,150}\p{L}{3}[.!?]$).{0,60}\d{1,2}[:.]\d{2}.{0,60}|(?:first )?(?:published|posted):? .{0,60}\d{4}[^\p{L}]{0,30}(?:[ap]\.?m\.?|[A-Z]{2,4})?|[| ]*(?:updated|published) ?:.{0,60})$/iu, reason: 'date line' },
  { pattern: /^(?:this (?:(?:document|content|material|article|story) (?:is subject to copyright|may not be (?:published|reproduced|copied|reprinted|broadcast|used|redistributed))|(?:content|article|story) (?:may not be|has been published from|was (?:originally |first )?published (?:on|by|in|at)|(?:originally|first) appeared))|citation ?:|copyright (?:©|\(c\)|\d{4})|©|all rights reserved|the contents of this site|(?:reprinted|republished) with)/iu, reason: 'copyright line' },
  { pattern: /\b(?:contributed to this (?:report|story|article)|reporting by .{3,80}editing by|may earn (?:an? )?(?:affiliate )?commission|affiliate links?)\b/iu, reason: 'names and notices below the report' },
  { pattern: /^[—–-] .{1,80}\(@\w{1,30}\) .{0,40}$/u, reason: 'name below a post of a network' },
  { pattern: /^(?:about the author|comments?|post (?:a )?comment\b.*|view (?:author archive|comments).*|e-?mail the author|follow on \w+|leave a (?:reply|comment).*|comments are closed\.?|\d+ comments?|enlarge(?: (?:this )?image)?|image \d+ of ?\/? ?\d+|caption|close|toggle caption|hide caption|\d+ (?:shares?|views?|likes?)|tweet this|(?:twitter|facebook|instagram)\.com\/\S+|https?:\/\/\S+)$/iu, reason: 'button or label of the page' },
]; // prettier-ignore
