/** A place and date that open a report: how many UTF-16 units they take, and the place where one is named. */
export interface Dateline {
  readonly length: number;
  readonly place?: string;
}

/** No dateline is longer. */
const MAX_LENGTH = 110;

const DASH = String.raw`(?:--+|[—–―-])`;
/** "MOSCOW", "Canberra, Australia", "St. John's", "LOS ANGELES/NEW YORK", with a date after it or without. */
const PLACE = String.raw`(?:\p{Lu}[\p{L}.'’-]*)(?:[ ,/]+\p{Lu}[\p{L}.'’-]*){0,7}`;
const DATE = String.raw`,? +(?:\p{Lu}?\p{L}{2,8}\.? \d{1,2}|\d{1,2}\.? \p{L}{3,9}\.?)(?:,? \d{4})?`;
/** Agencies and papers sign in brackets: "(Reuters)", "(CNN)", "(AP Photo/Xinhua)". */
const SIGNATURE = String.raw`\((?:\p{Lu}[\p{L}\d.&/’' -]{1,30}|dpa|tagesschau)\)`;

const SIGNED = new RegExp(
  `^(?:(${PLACE})(?:${DATE})?,? *)?${SIGNATURE}(?: *${DASH} *|(?=\\p{Lu}))`,
  'u',
);
/** Without a signature only a place in capitals before a dash or colon is a dateline: "LONDON, Jan. 5 — ", "IDLIB: ". */
const CAPITALS = new RegExp(
  `^(\\p{Lu}[\\p{Lu}.'’-]+(?:[ ,/]+\\p{Lu}[\\p{L}.'’-]*){0,5})(?:${DATE})? *(?:--+|[—–―]| -|:(?= )) *(?=["“‘'«]?\\p{Lu})`,
  'u',
);

/** As corpora print it, token by token and often without capitals: "london , england -lrb- cnn -rrb- -- ". */
const TOKENIZED =
  /^(?:([\p{L}.'’-]+(?:[ ,/]+[\p{L}.'’-]+){0,5}) )??(?:\( |-lrb- )(?:cnn|reuters|ap|afp|dpa)(?: \)| -rrb-) +(?:--+|[—–-]) */iu;

/** The dateline that a report's sentence opens with: "MOSCOW, Sept 14 (Reuters) – ", "(CNN) -- "; undefined without one. */
export function findDateline(sentence: string): Dateline | undefined {
  const opening = sentence.slice(0, MAX_LENGTH);
  if (!/[(:—–―-]/.test(opening)) return undefined;
  const match = SIGNED.exec(opening) ?? CAPITALS.exec(opening) ?? TOKENIZED.exec(opening);
  if (!match || match[0].length >= sentence.length) return undefined;
  const place = match[1]?.trim();
  return { length: match[0].length, ...(place !== undefined && { place }) };
}
