import { AGENCY } from './boilerplate-words.ts';
import { WORD_KINDS } from './word-kinds.ts';

/** How lines begin that a page leaves around a report; see the tests for examples. */
const OPENINGS = [
  // Who wrote and edited it.
  String.raw`\(?(?:additional |with )?(?:reporting|editing|writing|compiled|translated|produced) by\b`,
  String.raw`(?:editor['’]s note|correction|clarification)\b.{0,3}:`,
  // What was wrong before.
  String.raw`(?:an? )?(?:earlier|previous) versions? of (?:this|the) (?:article|story|report|post)\b`,
  String.raw`(?:this (?:[\p{L}-]+ )?(?:article|story|report|headline|caption|column|post|graphic|map)|the (?:article|story|headline|caption))(?:,? [^.]{0,60})? (?:incorrectly|mistakenly|erroneously|misstated|misidentified|misspelled|(?:has been|was) (?:updated|corrected|amended))\b`,
  '(?:in einer früheren version dieses|une version (?:précédente|antérieure) de (?:cet|ce)|una versión anterior de este|una versione precedente di questo|uma versão anterior deste|in een eerdere versie van dit)\\b',
  // When it was put up.
  String.raw`\W*\d{1,2}:\d{2}\b.{0,40}$`,
  String.raw`short url\b`,
  // Whose picture it is.
  String.raw`(?:photo(?:graph)?s?|image|picture|video|file photo|caption|credit|source)s?\s*(?:by|:|credit)`,
  // Calls to click, watch, follow and pay.
  String.raw`(?:click|tap|read more|see also|also read|watch|listen|sign up|subscribe|follow us|share this|advertisement)\b(?:.{0,80}$|:)`,
  String.raw`(?:video|photos?|gallery|related|more|live|exclusive|in pictures)\s*:`,
  String.raw`follow\b.{0,60}(?:@|\bon (?:twitter|facebook|instagram|x)\b)`,
  String.raw`(?:for (?:more|the latest|all the latest)|to (?:read|see|hear|find out) more)\b.{0,100}\b(?:click|visit|follow|go to|see|download)\b`,
  String.raw`(?:check out|hit the jump)\b`,
  String.raw`get (?:breaking|daily|more|our|(?:all )?the latest) (?:[\p{L}-]+ ){0,3}(?:news|alerts?|updates?|newsletters?|headlines|stories|e-?mails?)\b`,
  String.raw`you must be .{0,80}\bto (?:request|comment|post|subscribe|enter|view|register|log in)\b`,
  String.raw`on this page\b|please note\b|(?:all |the )?(?:views|opinions)(?: expressed (?:in|here|on|are)\b| are (?:my|mine|our|solely)\b)`,
  '(?:die hier geäußerten meinungen|les opinions exprimées|las opiniones expresadas|le opinioni espresse|as opiniões expressas) (?:sind|stellen|geben|sont|dans|ici|n|son|en|aquí|sono|in|qui|são|neste|aqui)\\b',
  String.raw`(?:this|these|the|today['’]s) (?:[\p{L}'’-]+ ){0,4}(?:podcast|episode|newsletter|article|story|post|content|show) (?:is|was) (?:sponsored|brought to you|supported|presented) by\b`,
  String.raw`(?:see|read|view) (?:the (?:full|complete|whole|entire|original) (?:article|story|report|interview|list|text|transcript)\b|on (?:for|to)\b)`,
  String.raw`(?:tell|let) (?:us|cnn|the bbc)\b[^.]{0,40}\b(?:what|how|where|why|know)\b|(?:sound off|have your say|share your (?:thoughts|views|stories|memories))\b`,
  String.raw`this (?:is a rush transcript|(?:copy|transcript) (?:may|might) not\b)`,
  String.raw`(?:e-?mail (?:this |it )?to a friend|print this)\b`,
  '(?:lesen sie|lire aussi|à lire|lea también|leer más|leggi anche|leia (?:também|mais)|lees ook|читайте также)',
  String.raw`(?:sorry,? )?(?:we are (?:not|no longer) (?:currently )?accepting comments|comments (?:on this (?:article|story) )?are (?:now |no longer )?(?:closed|accepted))\b`,
  // Greetings, thanks and hand-overs of live reports and interviews.
  String.raw`(?:hello|hi|good (?:morning|afternoon|evening))\b(?:,|!|\.| and | everyone| all| to ).{0,200}$`,
  String.raw`(?:and )?(?:welcome|thanks?|thank you)\b[^.]{0,30}\b(?:to (?:our|the|today)|for (?:reading|following|joining|watching|listening|having|being|your|talking|speaking|coming))\b`,
  String.raw`thank you(?: (?:so|very) much)?[^.]{0,30}[.!]$`,
  String.raw`(?:and )?(?:that['’]s|that is|this is) (?:all|it|where we) (?:from|for|leave|the)\b`,
  String.raw`(?:our|this|the) (?:live )?(?:coverage|blog|live blog)\b.{0,40}\b(?:continues?|ends?|closed|closing|resumes?|is now)\b`,
  String.raw`(?:(?:i|we)(?:['’](?:m|re)| am| are) )?(?:now )?(?:taking|handing|signing|closing|wrapping) (?:over|off|up|down|back)\b`,
  String.raw`(?:hello,? )?(?:i['’]m|this is) [^.]{0,40}\b(?:taking over|with you|here with)\b`,
  String.raw`(?:do )?(?:get in touch|stay (?:with us|tuned)|join us|send us|let us know|keep sending)\b`,
  String.raw`we(?:['’]ll| will|['’]re| are) (?:be )?(?:bring|keep|hav|pause|end|clos|wrap)\p{L}* (?:you|this|our|more|up|the (?:latest|blog))\b`,
  String.raw`here are [^.:]{0,60}\b(?:things|questions|ways|facts|takeaways|reasons|tips|steps|examples|ideas|photos|pictures|highlights|stories)\b`,
  String.raw`(?:cnn|ap|afp|reuters|bbc)['’]s [^."“]{3,80}\breported(?: from [^.]{2,40})?\.$`,
  String.raw`here(?:['’]s| is| are) (?:a |an |the |our |your |what )[^.]{0,40}\b(?:look at|e-?mail|link|transcript|summary|recap|round-?up|so far|main points|key (?:points|moments|developments)|latest|know)\b`,
  // Whose it is.
  String.raw`©|(?:copyright\b|\(c\))\s`,
];

/** What such lines have within or at their end; each has one of BOILERPLATE_WORD or "»". */
const PARTS = [
  String.raw`\bcontributed to this (?:report|story|article)\b`,
  String.raw`\([^()]{0,60}\b(?:${AGENCY})\b[^()]{0,40}\)[.]?$`,
  String.raw`\bvia ap\)?\.?$`,
  String.raw`\bgetty images\b|\b(?:afp|ap|file|handout) photo\b|\breuters\/|\bepa-efe\b`,
  String.raw`\bwrite caption here\b|\bscroll down\b|^[^«]*»\.?$`,
  String.raw`\b(?:sign up|subscribe)\b.{0,60}\bnewsletters?\b|\bdownload (?:our|the) .{0,30}\bapp\b`,
  String.raw`\ball rights reserved\b`,
];

const BOILERPLATE_PART = new RegExp(PARTS.join('|'), 'i');

const BYLINE = String.raw`(?:[Bb]y|BY|[Vv]on|[Pp]or|[Pp]ar|[Dd]i|[Dd]oor)[.:]?(?:\s+(?:\p{Lu}[\p{L}'’.\-]*|and|for|in|und|y|et|,))*[.,]?$`;
const STAMP = String.raw`\W*(?:[Ff]irst |[Ll]ast )?(?:[Pp]ublished|PUBLISHED|[Uu]pdated|UPDATED|[Cc]reated|[Pp]osted|[Mm]odified)\s*(?:[:.|]|(?:at|on)?\s*\d|(?:at|on)\s+\p{Lu}|$)`;

const BOILERPLATE_OPENINGS: readonly RegExp[] = [
  new RegExp(`^(?:${OPENINGS.join('|')})`, 'iu'),
  // Bylines and stamps: here capitals matter.
  new RegExp(`^(?:${BYLINE}|${STAMP})`, 'u'),
];

/** Words of a byline or heading that are not capitalized. */
const JOINING = /^(?:and|or|for|in|of|at|on|by|the|a|to|und|für|der|die|das|et|de|y|e)$/;

const NAME_WORD = /[\p{L}\p{M}'’-]+/gu;

/** A heading or a line of names has at most this many words. */
const MAX_HEADING_WORDS = 11;

/**
 * Whether a sentence is no part of the report: page boilerplate, headings, lists of names, rows of
 * tables. `kinds`: bits of `WORD_KINDS` that its words have, all if unknown. A pattern is skipped if
 * its words cannot occur.
 */
export function isBoilerplate(sentence: string, wordCount: number, kinds = ~0): boolean {
  if (wordCount < 4 || !/\p{L}/u.test(sentence)) return true;
  const opening = sentence.slice(0, 300);
  const mayOpen = (kinds & WORD_KINDS.opensBoilerplate) !== 0;
  if (mayOpen && BOILERPLATE_OPENINGS.some((pattern) => pattern.test(opening))) return true;
  const mayHavePart = (kinds & WORD_KINDS.boilerplate) !== 0 || opening.includes('»');
  if (mayHavePart && BOILERPLATE_PART.test(opening)) return true;
  if (isNumbered(sentence, wordCount)) return true;
  // What ends with a colon only announces what follows.
  if (/[:：]\.?$/.test(sentence.slice(-2))) return true;
  if (
    isBarred(sentence) ||
    ((kinds & WORD_KINDS.digit) !== 0 && isMostlyNumbers(sentence, wordCount))
  )
    return true;
  if (wordCount > MAX_HEADING_WORDS) return false;
  // A heading left in the body ends without a stop, or is written like a title.
  return !/[.!?…。！？｡؟۔।॥։።;]["'“”‘’»«›‹)\]」』]*$/u.test(sentence) || isAllNames(sentence);
}

function isNumbered(sentence: string, wordCount: number): boolean {
  // Hardly any sentence begins like this.
  if (!/^[(\d]/.test(sentence)) return false;
  // The heads of a list: "3. Turnout", "4. Who is running?"
  if (/^\d{1,2}[.)]\s[^.!]*(?: \.)?$/.test(sentence) && wordCount <= MAX_HEADING_WORDS + 1)
    return true;
  // An item that runs into the number of the next: "1. Running (known as the bleep test)2."
  return /^\d{1,2}[.)]\s.{0,200}\D\d{1,2}\.$|^\(\d{1,2}\) .{0,100}\)\p{Lu}/su.test(sentence);
}

/** "Harriet Arkell For Mailonline.", "John Hall. and Ted Thornhill.": nothing but capitalized words. */
function isAllNames(sentence: string): boolean {
  NAME_WORD.lastIndex = 0;
  for (let match = NAME_WORD.exec(sentence); match; match = NAME_WORD.exec(sentence)) {
    const [word] = match;
    if (!/^\p{Lu}[\p{L}\p{M}'’-]*\p{Ll}/u.test(word) && !JOINING.test(word)) return false;
  }
  return true;
}

/** "19:00 | BBC One | News": cells between bars. */
function isBarred(sentence: string): boolean {
  if (!sentence.includes('|') && !sentence.includes('\t')) return false;
  return sentence.replaceAll('\t', '|').split('|').length > 2;
}

/** "Arsenal 2 1 0 3": a row of a table. */
function isMostlyNumbers(sentence: string, wordCount: number): boolean {
  // Most sentences have too few digits to be asked further.
  if ((sentence.match(/\d+/g)?.length ?? 0) < 4) return false;
  const numbers = sentence.match(/(?<![\p{L}\p{N}.,])\p{N}[\p{N}.,:%-]*(?!\p{L})/gu)?.length ?? 0;
  return numbers >= 4 && numbers * 2 >= wordCount;
}
