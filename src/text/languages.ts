/** Scripts written without spaces between words, where a dictionary must find the words. */
export const UNSPACED_SCRIPTS =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** The primary subtag of a BCP 47 tag, in lower case: "en" of "en-GB"; "en" of anything unreadable. */
export function primaryLanguage(tag: string | undefined): string {
  return PRIMARY_SUBTAG.exec((tag ?? '').toLowerCase())?.[0] ?? 'en';
}

const PRIMARY_SUBTAG = /^[a-z]{2,3}(?![^-_])/;
