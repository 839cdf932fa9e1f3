/** Where a report says that it was written from. */
export interface PlaceFound {
  readonly place: string;
  /** UTF-16 length of the part of the paragraph that names it. */
  readonly length: number;
}

/**
 * The place that opens a report: "DUBAI: …", "GENEVA (AP) — …", "BEIJING, Sept. 14 (Xinhua) -- …",
 * or a line that is nothing else ("CAIRO:"). Undefined where the paragraph opens otherwise.
 */
export function findPlace(paragraph: string): PlaceFound | undefined {
  const opening = paragraph.slice(0, 140);
  const match = COLON.exec(opening) ?? CAPITALS_DASH.exec(opening) ?? AGENCY_DASH.exec(opening);
  const place = match?.[1];
  if (!match || !place || LABELS.test(place)) return undefined;
  return { place, length: match[0].length };
}

/** The day that stands by the place: "Sept. 14" in "BEIJING, Sept. 14 (Xinhua) -- …". */
export function findPlaceDay(paragraph: string): string | undefined {
  const opening = paragraph.slice(0, 140);
  return (CAPITALS_DASH.exec(opening) ?? AGENCY_DASH.exec(opening))?.[2];
}

const CAPITALS = String.raw`\p{Lu}[\p{Lu}.'’-]+(?:[ -]\p{Lu}[\p{Lu}.'’-]*){0,3}(?:, ?(?:\p{Lu}[\p{L}.'’-]+)(?: \p{Lu}[\p{L}.'’-]+){0,2})?`;
const MIXED = String.raw`\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2}(?:, ?\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+)?)?`;
const COLON = new RegExp(`^(${CAPITALS}) ?:(?:\\s|$)`, 'u');
const DAY = String.raw`(?:,? (\p{L}{3,9}\.? \d{1,2}|\d{1,2} \p{L}{3,9}\.?))?`;
const CAPITALS_DASH = new RegExp(
  `^(${CAPITALS})${DAY}(?: ?\\([^()]{2,40}\\))? ?(?:--|[–—]|- )\\s*`,
  'u',
);
/** Mixed case opens a report only before an agency in brackets. */
const AGENCY_DASH = new RegExp(`^(${MIXED})${DAY} ?\\([\\p{L} /.]{2,40}\\) ?(?:--|[–—-])\\s*`, 'u');
const LABELS =
  /^(?:UPDATE|UPDATED|WATCH|BREAKING|EXCLUSIVE|FACTBOX|OPINION|ANALYSIS|EXPLAINER|LIVE|VIDEO|PHOTOS?|NOTE|EDITOR'?S NOTE|Q|A|QUESTION|ANSWER|CORRECTION|WARNING|READ MORE|FILE|BY|FROM|TO|DATE|PS|NB)$/u;
