import { wordSet } from '../../../text/word-set.ts';

/** What happened to those that a figure counts, by the words that say it. */
export type CountedKind =
  | 'killed'
  | 'injured'
  | 'missing'
  | 'arrested'
  | 'charged'
  | 'homeless'
  | 'displaced'
  | 'damaged'
  | 'infected'
  | 'rescued'
  | 'gathered'
  | 'recovered'
  | 'critical';

const WORDS: Readonly<Record<CountedKind, string>> = {
  killed:
    'kill kills killed killing dead die dies died dying death deaths fatalities fatality perished slain murdered drowned toll claimed claiming',
  injured: 'injure injures injured injuring injuries wound wounds wounded wounding hurt hurting',
  missing: 'missing unaccounted',
  arrested: 'arrest arrests arrested arresting detain detained detaining detentions',
  charged: 'charged indicted',
  homeless: 'homeless',
  displaced: 'displaced displacing evacuated evacuating evacuate fled',
  damaged:
    'damage damaged damaging destroy destroyed destroying flattened flattening flatten leveled levelled leveling razed collapsed wrecked',
  infected: 'infect infects infected infecting infections',
  rescued: 'rescued rescuing saved freed',
  recovered: 'recovered recovering retrieved found',
  critical: 'critical critically',
  gathered: 'marched marchers protested demonstrated rallied protesting demonstrating',
};

const KINDS: ReadonlyMap<string, CountedKind> = new Map(
  Object.entries(WORDS).flatMap(([kind, words]) =>
    words.split(' ').map((word) => [word, kind as CountedKind] as const),
  ),
);

/** The kind that a word says of what is counted next to it; undefined for any other word. */
export function kindOfWord(word: string): CountedKind | undefined {
  return KINDS.get(word);
}

export function wordsOfKind(kind: CountedKind): string[] {
  return WORDS[kind].split(' ');
}

/** Kinds whose count goes on while an event does, so that a later one is newer and need not differ. */
const RUNNING: ReadonlySet<string> = new Set<CountedKind>([
  'killed',
  'injured',
  'missing',
  'arrested',
  'homeless',
  'displaced',
  'damaged',
  'infected',
  'rescued',
  'recovered',
  'critical',
]);

export function runsOn(kind: CountedKind | 'magnitude'): boolean {
  return RUNNING.has(kind);
}

/** Words that count people without saying more about them. */
export const PEOPLE = wordSet(
  'people persons person others victims casualties lives dead individuals',
);

/** Words between a number and the verb that says what happened to what it counts. */
export const LINKS = wordSet(
  'who that which have has had were was been be being are is also reportedly left listed feared confirmed reported officially believed still seriously critically badly slightly severely now found suffering suffered sustained sustaining serious severe heavy remain remains remained',
);

/** Words that bound a number or say how exact it is, before it. */
export const AT_LEAST = wordSet(
  'least over than exceeded exceeds surpassed surpasses passed passes topped tops above past beyond',
);
export const ABOUT = wordSet('about around some nearly almost roughly approximately estimated');

/** Words that make a number one of a part or of an addition. */
export const PART = wordSet('another additional further including');

/** States in which those are that a number counts. */
export const STATES = wordSet(
  'damaged destroyed wounded injured missing dead arrested detained charged infected displaced homeless',
);

/** Words of sentences that are on several earthquakes. */
export const OTHER_QUAKES = wordSet(
  'aftershock aftershocks another strongest second third fourth earlier previous',
);

export const MONTHS = wordSet(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec',
);
export const DAYS = wordSet('monday tuesday wednesday thursday friday saturday sunday');
