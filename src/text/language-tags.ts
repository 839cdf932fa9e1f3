/**
 * Returns the primary subtag of a BCP 47 tag in lower case: "en" for "en-GB". Falls back to "en".
 */
export function primaryLanguage(tag: string | undefined): string {
  return PRIMARY_SUBTAG.exec((tag ?? '').toLowerCase())?.[0] ?? 'en';
}

const PRIMARY_SUBTAG = /^[a-z]{2,3}(?![^-_])/;

/**
 * Returns the primary subtag of a tag as documents write it, in lower case: "pt" for "pt_BR", "en"
 * for "en-us, fr". Undefined for any other word, as for "utf-8".
 */
export function declaredSubtag(tag: string | undefined): string | undefined {
  const subtag = /^\s*([a-z]{2,3})(?=$|[-_\s,;])/iu.exec(tag ?? '')?.[1]?.toLowerCase();
  return subtag !== undefined && isLanguage(subtag) ? subtag : undefined;
}

/** Whether a subtag is that of a language which has a name. */
function isLanguage(subtag: string): boolean {
  let is = named.get(subtag);
  if (is === undefined) named.set(subtag, (is = NAMES.of(subtag) !== undefined));
  return is;
}

const NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const named = new Map<string, boolean>();

/** Norwegian's two written forms share one stop list and one stemmer, and readers ask for one. */
const ALIASES: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', fil: 'tl' };

/**
 * Returns the primary subtag of a BCP 47 tag in canonical form: "fr" for "fr-CA" and "fra", "he"
 * for "iw", "no" for "nb-NO". Undefined if it isn't a language: "und", "mul", "x-default", a word.
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

/** Cached, because asking ICU takes longer than detection. At most 18,252 subtags exist. */
const canonical = new Map<string, string>();
