import { BOILERPLATE_OPENINGS } from './boilerplate-openings.ts';
import { AGENCY } from './boilerplate-words.ts';
import { WORD_KINDS } from './word-kinds.ts';

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

const OPENINGS: readonly RegExp[] = [
  new RegExp(`^(?:${Object.values(BOILERPLATE_OPENINGS).flat().join('|')})`, 'iu'),
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
  if (mayOpen && OPENINGS.some((pattern) => pattern.test(opening))) return true;
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
