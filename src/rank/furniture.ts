/** What a page leaves around a report: bylines, time stamps, credits, calls to click, headings. */
const FURNITURE: readonly RegExp[] = [
  /^(?:by|von|por|par|di)[.:]?(?:\s+(?:\p{Lu}[\p{L}'’.-]*|and|for|,))*[.,]?$/iu,
  /^(?:\W*(?:published|updated|created|posted|last modified|first published|short url)\b\W*)/i,
  /^\W*\d{1,2}:\d{2}\b.{0,40}$/,
  /^(?:photo(?:graph)?s?|image|picture|video|file photo|caption|credit|source)s?\s*(?:by|:|credit)/i,
  /\b(?:getty images|afp photo|ap photo|reuters\/|epa-efe|via ap\)?\.?$)/i,
  /^(?:\(?(?:additional |with )?(?:reporting|editing|writing|compiled) by\b)/i,
  /\b(?:contributed to this (?:report|story)|all rights reserved)\b/i,
  /^(?:click|tap|scroll down|read more|see also|watch|listen|sign up|subscribe|follow us|share this|related|advertisement)\b(?:.{0,80}$|:)/i,
  /^(?:©|copyright\b|\(c\)\s)/i,
];

/** What captions say and reports do not: where in the picture, or a label before what is seen. */
const CAPTION =
  /\((?:pictured|left|right|centre|center|above|below|top|bottom|file|seen here)\b[^)]{0,40}\)|^(?:pictured|above|below|left|right)\b|^[^\s:"“]+(?:\s[^\s:"“]+){0,4}:\s\p{Lu}[^.]{0,200}\.?$/iu;

/** Whether a sentence reads like the caption of a picture that is not shown. */
export function isCaption(sentence: string): boolean {
  return CAPTION.test(sentence.slice(0, 400));
}

/** Whether a sentence is no part of the report. Short runs without a verb count too: headings, names, lists. */
export function isFurniture(sentence: string, wordCount: number): boolean {
  if (wordCount < 4 || !/\p{L}/u.test(sentence)) return true;
  if (FURNITURE.some((pattern) => pattern.test(sentence.slice(0, 300)))) return true;
  // A heading left in the body ends without a stop and is short.
  return wordCount < 12 && !/[.!?…。！？｡؟۔।॥։።:;]["'“”’»)\]」』]*$/u.test(sentence);
}
