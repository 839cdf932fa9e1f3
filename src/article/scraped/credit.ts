import { trimEndWhile } from '../../text/trim-end-while.ts';

/** A caption's words, and separately the credit of the picture. */
export interface CreditedText {
  readonly text: string;
  /** As printed, without its brackets: "KCNA via YNA/dpa". */
  readonly credit?: string;
}

/**
 * Splits a credit from the end of a line: "(AP Photo/A. B., Pool)", "Photo: A. B.", "Reuters/A.
 * B.". With `isCaption`, if the line is known to be a caption, any short bracket at its end is a
 * credit.
 */
export function splitCredit(line: string, isCaption = false): CreditedText {
  const start = Math.max(0, line.length - MAX_END_CHARS);
  const { text, credit } = splitEnd(line.slice(start), isCaption);
  return credit === undefined
    ? { text: line }
    : { text: (line.slice(0, start) + text).trim(), credit };
}

/** Splits the credit from the last characters of a line. */
function splitEnd(line: string, isCaption: boolean): CreditedText {
  // A credit ends the line, so the last characters rule out most lines.
  const bracket = /[)\]]\.?$/u.test(line) ? BRACKET.exec(line) : null;
  if (bracket?.[1]) {
    const credit = bracket[1].trim();
    if (isCreditName(credit) || (isCaption && looksLikeCredit(credit))) {
      // The full stop before the bracket belongs to the caption's sentence.
      return { text: trimEndWhile(line.slice(0, bracket.index), /[\s,–—-]/u), credit };
    }
  }
  const ending = line.slice(-MAX_CREDIT_CHARS);
  for (const { hint, pattern } of ENDINGS) {
    const match = hint.test(ending) ? pattern.exec(line) : null;
    if (match?.[1] && match[2])
      return { text: trimEndWhile(match[1], /[\s|–—-]/u), credit: match[2].trim() };
  }
  // Headlines may end like this, too ("… - Reuters").
  const dashed = isCaption ? AFTER_DASH.exec(line) : null;
  if (dashed?.[1] && dashed[2]) return { text: dashed[1], credit: dashed[2] };
  return { text: line };
}

/**
 * Whether a credit names a picture ("AP Photo/…", "via", "Getty Images"), not only the reporter.
 */
export function isPictureCredit(credit: string): boolean {
  return /photo|picture|image|file|handout|hand-out|courtesy|supplied|via|pool|screen ?(?:grab|shot)|getty|shutterstock|\/|©/iu.test(
    credit,
  );
}

/** Whether a credit has the name of an agency or a word for pictures, not only a slash. */
export function isKnownCredit(credit: string): boolean {
  return AGENCY.test(credit) || CREDIT_WORD.test(credit);
}

/** Agencies and other words that occur in a picture's credit. */
const AGENCIES =
  'AP|AFP|Reuters|Getty|Getty Images|EPA|EFE|dpa|DPA|ANSA|KCNA|YNA|Yonhap|Kyodo|Xinhua|TASS|RIA|Sputnik|SPA|WAM|QNA|KUNA|MENA|SANA|IRNA|ISNA|Tasnim|Anadolu|Anadolu Agency|AA|ANI|PTI|UPI|CP|PA|PA Media|AAP|NurPhoto|Shutterstock|Alamy|Bloomberg|Asharq Al-Awsat|Arab News|AN Photo|ZUMA|SIPA|UN Photo|NASA|NOAA|USGS|رويترز|أ ف ب|أ\\.ف\\.ب|أ ب|د ب أ|إ ب أ|واس|وام|غيتي|الشرق الأوسط';
const CREDIT_WORDS =
  'photos?|pictures?|image|file|handout|hand-out|courtesy|supplied|via|pool|screen ?grab|screenshot|social media|twitter|facebook|instagram|telegram|video|archive|stock|press office|media office|ministry|x\\/';
const AGENCY = new RegExp(`(?<![\\p{L}\\p{N}])(?:${AGENCIES})(?![\\p{L}\\p{N}])`, 'u');
const CREDIT_WORD = new RegExp(`(?<![\\p{L}\\p{N}])(?:${CREDIT_WORDS})(?![\\p{L}\\p{N}])`, 'iu');

function isCreditName(credit: string): boolean {
  const words = credit.split(' ');
  if (credit.length > 100 || words.length > 9) return false;
  if (AGENCY.test(credit) || /^\p{Lu}[^/]*\/\s?\p{Lu}/u.test(credit)) return true;
  const opens = /^[\p{Lu}@©]|^(?:file|handout|via|courtesy|supplied)/u.test(credit);
  return CREDIT_WORD.test(credit) && opens;
}

/** For a line known to be a caption: a capitalized name or a/b, without a year or an aside. */
function looksLikeCredit(credit: string): boolean {
  const words = credit.split(' ');
  return (
    words.length <= 8 &&
    !/^[LRC]$|\d{4}|^(?:left|right|center|centre|top|bottom|not pictured|file from)/iu.test(
      credit,
    ) &&
    (/\//u.test(credit) ||
      words.every((word) => /^(?:[\p{Lu}\p{Lo}\p{N}@©&]|of|for|the|and|de|von|al-)/u.test(word)))
  );
}

const MAX_CREDIT_CHARS = 120;
/** The end of a line in which its credit is looked for. */
const MAX_END_CHARS = 300;
const BRACKET = /[([]([^()[\]]{2,120})[)\]]\.?$/u;
const LABELLED =
  /^(.{12,}?)(?:Photo(?:graph)?s?|PHOTOS?|Pictures?|Images?|Credit|CREDIT|(?:Photo|Image|Picture) [Cc]redit)(?: ?: ?| by )((?:[\p{Lu}@][^\s]*|of|for|the|via|\/|&)(?: (?:[\p{Lu}@][^\s]*|of|for|the|via|\/|&)){0,7})\.?$/u;
const AFTER_STOP = new RegExp(
  `^(.{12,}[.!?"”'’])\\s+((?:[\\p{Lu}][\\p{L}.'-]+ ){0,3}(?:${AGENCIES}|REUTERS|GETTY IMAGES|XINHUA)(?: ?[/|] ?[\\p{L} .'-]{2,50}){0,2})\\.?$`,
  'u',
);
const AFTER_DASH = new RegExp(
  `^(.{12,}?) ?(?:[–—|]| -) ?((?:${AGENCIES}|REUTERS)(?: [Pp]hoto)?(?: ?/ ?[\\p{L} .'-]{2,50}){0,2})\\.?$`,
  'u',
);
const ENDINGS = [
  { hint: /(?:photo(?:graph)?|picture|image|credit)s?(?: ?:| by )/iu, pattern: LABELLED },
  { hint: /[.!?"”'’]\s+\p{Lu}[^.!?"”]{1,90}\.?$/u, pattern: AFTER_STOP },
];
