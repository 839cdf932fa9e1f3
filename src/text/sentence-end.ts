import { abbreviationsOf } from './abbreviations.ts';
import { startsLikeSentence, startsLower, startsUpper } from './sentence-start.ts';
import { trimEndWhile } from './trim-end-while.ts';
import { isAsciiCapital, lastWord, titleOf } from './last-word.ts';

/** A run of sentence-ending punctuation and the closing marks after it, as offsets into a block. */
export interface Stop {
  readonly start: number;
  readonly end: number;
}

const [SPACE, POINT] = [32, 46];

/** How much text around a stop is examined. Longer words don't matter. */
const WINDOW = 48;

/** Languages that write ordinals with a period: "am 12. Juni". */
const ORDINAL_POINT = new Set([
  'de',
  'da',
  'nb',
  'no',
  'fi',
  'cs',
  'sk',
  'hr',
  'sr',
  'sl',
  'hu',
  'pl',
  'tr',
]);

/**
 * A name and a verb that attribute a quotation: `"Stop!" Smith said.` is one sentence. A verb that
 * continues with its own clause or number starts a new one: `"Stop!" Smith said the plant would
 * close.`
 */
const ATTRIBUTION =
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]*\s+){1,4}(?:(?:told|asked|asks|shouted|tweeted|replied|warned)\b|(?:said|says|added|adds|wrote|writes|posted|announced)\b(?!\s(?:that|the|an?|he|she|it|they|we|his|her|its|their|there|\p{N})))/u;

/**
 * What may follow a time in capitals: a zone ("9 p.m. EST", "6 p.m. Indian time"), a day or a
 * month.
 */
const AFTER_TIME =
  /^(?:\p{Lu}{2,5}\b|(?:\p{Lu}\p{L}+\s){1,2}[Tt]ime\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d)/u;

/** Names that end in a mark of their own: "Yahoo! Japan", "Guess? jeans". */
const MARKED_NAME = /\b(?:Yahoo|Yum|Jeopardy|Kahoot|Joomla|Panic|Oklahoma|Guess|E|Wham)$/;

/** A company's form is never a sentence: "Yahoo! Inc. fell." */
const COMPANY_FORM =
  /^(?:Inc|Corp|Co|Ltd|LLC|L\.L\.C|PLC|Plc|GmbH|AG|SA|S\.A|NV|Holdings?|Group)\b/;

/** A dash after a mark: "it was -- voila! -- a picture". */
const DASH = /^(?:--+|[–—―-])\s*/;

/** Elided before an abbreviation in French and Italian: "l'art. 49". */
const ELIDED = /^(?:[cdjlmnst]|qu|dell|all|nell|sull|dall)['’]/;

/** What an abbreviation of a numbered thing is followed by: "art. 49", "art. L. 123", "no. (2)". */
const NUMBERED = /^(?:[\p{N}(#§]|\p{Lu}{1,2}\.?[\s-]?\p{N})/u;

/** A name in quotation marks between initials and a surname: 'J.P. "Big Bopper" Lee'. */
const NICKNAME =
  /^["“'‘]\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|of|the|and)){0,4}["”'’] \p{Lu}/u;

/** No English sentence ends with these. The stop is a misprint, for example at a wrapped line. */
const NEVER_LAST = new Set([
  'a',
  'an',
  'and',
  'because',
  'every',
  'its',
  'my',
  'or',
  'our',
  'than',
  'the',
  'their',
  'which',
  'whose',
  'your',
]);

/**
 * Where the sentence ends at this stop, or undefined if it continues. `cased`: whether the text
 * uses capitals to mark anything.
 */
export function endsSentence(
  block: string,
  stop: Stop,
  sentenceStart: number,
  lang: string,
  cased: boolean,
): number | undefined {
  if (isPlainStop(block, stop))
    return endsAtPoint(block, stop, sentenceStart, lang) ? stop.end : undefined;
  const rest = block.slice(stop.end, stop.end + WINDOW * 2);
  const next = rest.trimStart();
  if (next === '') return stop.end;
  const marks = block.slice(stop.start, stop.end);
  const isUnspaced = /^[。！？｡．؟۔।॥։።]/u.test(marks);
  if (rest.length === next.length && !isUnspaced) return endsWithoutSpace(block, stop, next);
  if (/^[,;:]/.test(next)) return undefined;
  if (startsLower(next) && (cased || /[!?]["”’'»]+$/.test(marks))) return undefined;
  if (continuesAfterDash(marks, next, lang, cased)) return undefined;
  if (isUnspaced) return endsUnspaced(marks, next) ? stop.end : undefined;
  if (/["”’'»]$/.test(marks) && ATTRIBUTION.test(next)) return undefined;
  if (/^(?:\.\.|…|\. \.)/.test(marks)) return endsAtEllipsis(block, stop, marks, next);
  if (marks === '!' || marks === '?')
    return belongsToName(block, stop, next, lang) ? undefined : stop.end;
  if (!marks.startsWith('.')) return stop.end;
  return endsAtPoint(block, stop, sentenceStart, lang) ? stop.end : undefined;
}

/**
 * Whether a dash carries the sentence on. In languages other than English, a dash before a capital
 * may open the next speaker's turn.
 */
function continuesAfterDash(marks: string, next: string, lang: string, cased: boolean): boolean {
  const [dash] = DASH.exec(next) ?? [];
  if (dash === undefined) return false;
  if (startsLower(next.slice(dash.length))) return cased;
  return /^[!?]/.test(marks) && (dash.startsWith('--') || (lang === 'en' && /^[–—]/.test(dash)));
}

function belongsToName(block: string, stop: Stop, next: string, lang: string): boolean {
  if (COMPANY_FORM.test(next)) return true;
  const before = block.slice(Math.max(0, stop.start - WINDOW), stop.start);
  return MARKED_NAME.test(before) && startsUpper(next) && !startsLikeSentence(next, lang);
}

/**
 * A period, a space and a capital, as between most sentences. Only the word before can show that
 * the sentence continues.
 */
function isPlainStop(block: string, { start, end }: Stop): boolean {
  return (
    end === start + 1 &&
    block.charCodeAt(start) === POINT &&
    block.charCodeAt(end) === SPACE &&
    isAsciiCapital(block.charCodeAt(end + 1))
  );
}

/** "world.Today": a missing space. Not "Jane.Doe@example.com", "example.com/News.html" or "U.S". */
function endsWithoutSpace(block: string, stop: Stop, next: string): number | undefined {
  if (block.slice(stop.start, stop.end) !== '.' || !/^\p{Lu}\p{Ll}+(?:[\s.,]|$)/u.test(next))
    return undefined;
  const before = block.slice(Math.max(0, stop.start - WINDOW), stop.start);
  const word = /\S*$/.exec(before)?.[0] ?? '';
  if (/[@/:]/.test(word) || /^\S*[@/]/.test(next) || /^(?:Com|Org|Net|Co)\b/.test(next))
    return undefined;
  return /(?:^|[^\p{L}])\p{L}?\p{Ll}{2,}$|\d,\d{3}$/u.test(word) ? stop.end : undefined;
}

/** In Japanese, a particle after a quotation continues the sentence: 「…。」と述べた。 */
function endsUnspaced(marks: string, next: string): boolean {
  return !/[」』）]$/.test(marks) || !/^[\p{sc=Hiragana}、，]/u.test(next);
}

/**
 * "that.... She", "compounds. . . . The", but not "[...]", nor before "I", which is always a
 * capital.
 */
function endsAtEllipsis(
  block: string,
  stop: Stop,
  marks: string,
  next: string,
): number | undefined {
  if (/^I\b/.test(next)) return undefined;
  if (/^[.…\s]+\]/.test(marks) && block.charAt(stop.start - 1) === '[') return undefined;
  // Four spaced points after a word are its full stop and an ellipsis that opens the next sentence.
  const isStopAndEllipsis =
    /^\.(?: \.){3,}$/.test(marks) && /\S/.test(block.charAt(stop.start - 1));
  return isStopAndEllipsis ? stop.start + 1 : stop.end;
}

function endsAtPoint(block: string, stop: Stop, sentenceStart: number, lang: string): boolean {
  const from = Math.max(sentenceStart, stop.start - WINDOW);
  const word = lastWord(block, from, stop.start);
  if (lang === 'en' && NEVER_LAST.has(word)) return false;
  const { all, leading, numbered, anywhere } = abbreviationsOf(lang);
  const folded = word.toLowerCase();
  if (isOrdinaryWord(word) && !all.has(folded)) return true;
  const lower = folded.replace(ELIDED, '');
  const soFar = block.slice(from, stop.start - word.length).trim();
  const next = block.slice(stop.end, stop.end + WINDOW * 2).trimStart();
  if (leading.has(lower) || leading.has(titleOf(word))) return false;
  if (/^\p{Ll}$/u.test(word) && opensList(soFar)) return false;
  if (numbered.has(lower) && NUMBERED.test(next)) return false;
  if (/^\d{1,3}$/.test(word)) {
    if (opensList(soFar)) return false;
    return !ORDINAL_POINT.has(lang) || word.length > 2 || startsLikeSentence(next, lang);
  }
  if (/^[ap]\.?m$/.test(lower) && isOpeningTime(soFar)) return false;
  if (/^[ap]\.m$/.test(lower)) return startsUpper(next) && !AFTER_TIME.test(next);
  if (/^(?:\p{Lu}\.)*\p{Lu}$/u.test(word) && NICKNAME.test(next)) return false;
  if (anywhere.has(lower) || /^(?:\p{L}\.)+\p{L}$/u.test(word))
    return startsLikeSentence(next, lang);
  // "Dr. h. c. Weiß", "u. a. Reisen": several letters, each with its point.
  if (/^\p{Ll}$/u.test(word) && /(?:^|\s)\p{L}\.$/u.test(soFar))
    return startsLikeSentence(next, lang);
  // Spanish plurals: "EE. UU.", "los JJ. OO. de Tokio". The second half ends a sentence only before one.
  if (lang === 'es' && isDoubled(word)) {
    if (isDoubled(/^\p{Lu}+(?=\.)/u.exec(next)?.[0] ?? '')) return false;
    return !/\p{Lu}\.$/u.test(soFar) || startsLikeSentence(next, lang);
  }
  // "Q. What did he say? A. Nothing.": a letter that opens a sentence is a label or an initial.
  if (/^\p{Lu}$/u.test(word) && soFar === '') return false;
  if (/^\p{Lu}$/u.test(word))
    return (word !== 'I' || !endsInName(soFar)) && startsLikeSentence(next, lang);
  if (/^\p{Lu}[^aeiouy\P{Ll}]{1,3}$/u.test(word) && lang === 'en')
    return startsLikeSentence(next, lang);
  return true;
}

/** "EE", "JJ": a letter twice, for a plural. */
function isDoubled(word: string): boolean {
  return /^(\p{Lu})\1$/u.test(word);
}

/**
 * Three or more lower-case Latin letters, or five of either case: not an initial, number or time,
 * and not shaped like an abbreviation.
 */
function isOrdinaryWord(word: string): boolean {
  return /^(?:[a-z]{3,}|[A-Za-z]{5,})$/.test(word);
}

/** "World War I": the word before has a capital. */
function endsInName(soFar: string): boolean {
  return /\p{Lu}/u.test(soFar.slice(trimEndWhile(soFar, /[\p{L}.]/u).length));
}

/** "At 5 a.m. Mr. Smith went": the time opens the sentence, so it can't end it. */
function isOpeningTime(soFar: string): boolean {
  return /^(?:\p{Lu}[\p{L}]+\s)?(?:at|by|around|about|until|before|after|from|since)\s[\d:.]+$/iu.test(
    soFar,
  );
}

/** Whether a number or letter right after this is a list marker rather than a sentence. */
function opensList(soFar: string): boolean {
  return /^[•⁃‣◦▪●]?$/.test(soFar);
}
