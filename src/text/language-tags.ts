/** Scripts written without spaces between words, where a dictionary must find the words. */
export const UNSPACED_SCRIPTS =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** The primary subtag of a BCP 47 tag, in lower case: "en" of "en-GB"; "en" of anything unreadable. */
export function primaryLanguage(tag: string | undefined): string {
  return PRIMARY_SUBTAG.exec((tag ?? '').toLowerCase())?.[0] ?? 'en';
}

const PRIMARY_SUBTAG = /^[a-z]{2,3}(?![^-_])/;

/** The primary subtag of a tag as documents print them, in lower case: "pt" of "pt_BR" and "en-us, fr"; undefined of a word. */
export function declaredSubtag(tag: string | undefined): string | undefined {
  return /^\s*([a-z]{2,3})(?=$|[-_\s,;])/iu.exec(tag ?? '')?.[1]?.toLowerCase();
}

/** Norwegian's two written forms share one stop list and one stemmer, and readers ask for one. */
const ALIASES: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', fil: 'tl' };

/**
 * The primary subtag of a BCP 47 tag under the name that we keep: "fr" of "fr-CA" and "fra", "he" of
 * "iw", "no" of "nb-NO". Undefined for what names no language: "und", "mul", "x-default", a word.
 */
export function canonicalLanguage(tag: string | undefined): string | undefined {
  const primary = (tag ?? '').trim().toLowerCase().split(/[-_]/, 1)[0] ?? '';
  if (!/^[a-z]{2,3}$/.test(primary) || /^(?:und|mul|zxx|mis|xx)$/.test(primary)) return undefined;
  let lang = canonical.get(primary);
  if (lang === undefined) {
    const [tagged = primary] = Intl.getCanonicalLocales(primary);
    lang = new Intl.Locale(tagged).language;
    canonical.set(primary, (lang = ALIASES[lang] ?? lang));
  }
  return lang;
}

/** By primary subtag, of which there are no more than 18,252: asking ICU takes longer than detection. */
const canonical = new Map<string, string>();
