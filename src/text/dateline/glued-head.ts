/** No headline, byline and stamp together are longer. */
const MAX_LENGTH = 400;

const DATE = String.raw`(?:\d{1,2} \p{Lu}\p{L}{2,8},? (?:19|20)\d\d|\p{Lu}\p{L}{2,8}\.? \d{1,2},? (?:19|20)\d\d)`;
const ZONE = '(?:[A-Z]{1,4}T|UTC)';
const TIME = String.raw`\d{1,2}[.:]\d\d(?: ?[ap]\.?m\.?)? ${ZONE}`;
const WEEKDAY = String.raw`\p{Lu}\p{L}{2,9}`;

/**
 * A whole date with a time and its zone: "Friday 8 July 2005 15.01 BST", "Thu Apr 30, 2009 5:11 am EDT", "15:47 GMT,
 * Friday, 22 January 2010". A report's own sentence has "at" or a comma between them.
 */
const STAMP = new RegExp(
  `(?:${DATE} ${TIME}|${TIME}, ${WEEKDAY},? ${DATE})(?: \\d{1,2}:\\d\\d UK)?\\s+(?=[^\\p{Ll}\\s,;.])`,
  'u',
);

const HAS_TIME = /\d[.:]\d\d/;

/** Whose picture stood above: "(By Ann Lee -- The Norrvik Post) ". */
const CREDIT = /^\((?:By )?\p{Lu}[^()]{2,60}(?: --? |\/)\p{Lu}[^()]{1,60}\) (?=[^\p{Ll}])/u;

/** What an agency writes before a report's first word. */
const SIGNED = /\((?:Reuters|AP|AFP|dpa|Xinhua|Bloomberg|UPI)\) *(?:--?|[–—]) /u;

/** The place in capitals before the agency's name, perhaps with a day. */
const PLACE_BEFORE = new RegExp(
  String.raw`(?:^|[\s)|])((?!${ZONE} )\p{Lu}{2}[\p{Lu}.'’-]*(?:[ ,/]+\p{Lu}[\p{L}.'’-]*){0,4}(?:, \p{Lu}?\p{L}{2,8}\.? \d{1,2})?,? )$`,
  'u',
);

/** No place with its day is longer. */
const MAX_PLACE = 60;

/**
 * How much of a text's beginning is a headline, credit, byline or stamp that a page has run into its first sentence: "By Ann Lee
 * ROME | Mon May 4, 2009 4:12 pm EDT ROME (Reuters) - The dam broke." In UTF-16 units; what follows may be a dateline.
 */
export function findGluedHead(text: string): number {
  const opening = text.slice(0, MAX_LENGTH);
  // Most openings have neither a bracket nor a time.
  const stamp = HAS_TIME.test(opening) ? STAMP.exec(opening) : undefined;
  const credited = CREDIT.exec(opening)?.[0].length ?? 0;
  const stamped = stamp ? stamp.index + stamp[0].length : credited;
  const signed = opening.includes('(') ? SIGNED.exec(opening) : undefined;
  if (!signed || signed.index <= stamped) return stamped;
  const from = Math.max(stamped, signed.index - MAX_PLACE);
  const place = PLACE_BEFORE.exec(opening.slice(from, signed.index))?.[1];
  return place === undefined ? stamped : signed.index - place.length;
}
