import { findGluedHead } from './glued-head.ts';
import { isSpeakerLabel } from './speaker-label.ts';

/** The place and date that open a report. */
export interface Dateline {
  /** Length in UTF-16 units, including the space after it. */
  readonly length: number;
  /** As printed: "MOSCOW", "Canberra, Australia". */
  readonly place?: string;
  /** As printed, without a year: "Sept. 14". */
  readonly day?: string;
}

/** No dateline is longer. */
const MAX_LENGTH = 110;

const DASH = String.raw`(?:--+|[—–―-])`;
/** "MOSCOW", "Canberra, Australia", "St. John's", "LOS ANGELES/NEW YORK". */
const PLACE = String.raw`(?:\p{Lu}[\p{L}.'’-]*)(?:[ ,/]+\p{Lu}[\p{L}.'’-]*){0,7}`;
const DATE = String.raw`,? +(?<day>\p{Lu}?\p{L}{2,8}\.? \d{1,2}|\d{1,2}\.? \p{L}{3,9}\.?)(?:,? \d{4})?`;
/** Agencies and papers sign in brackets: "(Reuters)", "(CNN)", "(AP Photo/Xinhua)". */
const SIGNATURE = String.raw`\((?:\p{Lu}[\p{L}\d.&/’' -]{1,30}|dpa|tagesschau)\)`;

const SIGNED = new RegExp(
  `^(?:(?<place>${PLACE})(?:${DATE})?,? *)?${SIGNATURE}(?: *${DASH} *|(?=["“‘]?\\p{Lu}))`,
  'u',
);
/**
 * Without a signature, only a place in capitals before a dash or colon is a dateline: "LONDON, Jan.
 * 5 — ", "IDLIB: ". It may stand on a line of its own.
 */
const CAPITALS = new RegExp(
  `^(?<place>\\p{Lu}[\\p{Lu}.'’-]+(?:[ ,/]+\\p{Lu}[\\p{L}.'’-]*){0,5})(?:${DATE})? *(?:--+|[—–―]| -|:(?=\\s|$))\\s*(?=["“‘'«]?\\p{Lu}|$)`,
  'u',
);

/**
 * The tokenized form that corpora use, often in lower case: "london , england -lrb- cnn -rrb- -- ".
 */
const TOKENIZED =
  /^(?:(?<place>[\p{L}.'’-]+(?:[ ,/]+[\p{L}.'’-]+){0,5}) )??(?:\( |-lrb- )(?:cnn|reuters|ap|afp|dpa)(?: \)| -rrb-) +(?:--+|[—–-]) */iu;

/** Labels in capitals before a colon that aren't places. */
const LABELS =
  /^(?:UPDATE|UPDATED|WATCH|BREAKING|BREAKING NEWS|KEY POINTS|KEY FACTS|AT A GLANCE|URGENT|EXCLUSIVE|FACTBOX|OPINION|ANALYSIS|EXPLAINER|LIVE|VIDEO|PHOTOS?|NOTE|EDITOR'?S NOTE|Q|A|QUESTION|ANSWER|CORRECTION|WARNING|READ MORE|FILE|BY|FROM|TO|DATE|PS|NB)$/u;

/**
 * Finds the dateline that opens a report: "MOSCOW, Sept 14 (Reuters) – ", "DUBAI: ", "(CNN) -- ".
 * For a label in its position ("UPDATE: ") or a stamp before it, it returns only a length.
 */
export function findDateline(report: string): Dateline | undefined {
  const head = findGluedHead(report);
  if (head === 0) return matchDateline(report);
  const dateline = matchDateline(report.slice(head));
  return { ...dateline, length: head + (dateline?.length ?? 0) };
}

function matchDateline(report: string): Dateline | undefined {
  const opening = report.slice(0, MAX_LENGTH);
  if (!/[(:—–―-]/.test(opening)) return undefined;
  const match = SIGNED.exec(opening) ?? CAPITALS.exec(opening) ?? TOKENIZED.exec(opening);
  if (!match) return undefined;
  const place = match.groups?.['place']?.trim();
  const day = match.groups?.['day'];
  const isUnsigned = !match[0].includes('(') && day === undefined && !TOKENIZED.test(match[0]);
  if (isUnsigned && place !== undefined && !LABELS.test(place))
    if (isSpeakerLabel(place, report.slice(match[0].length))) return undefined;
  return {
    length: match[0].length,
    ...(place !== undefined && !LABELS.test(place) && { place }),
    ...(day !== undefined && { day }),
  };
}
