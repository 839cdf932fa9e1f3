import type { PlaceMention } from './place-mention.ts';
import {
  BESIDE_PLACES,
  GEORGIA,
  NAMES_OF_PEOPLE,
  ORIGIN,
  PERSONS,
  TURKEY_IS_A_BIRD,
} from './place-words.ts';
import { foldName, type PlaceName } from './place-table.ts';
import type { Token } from '../tokens.ts';

/** A place's name found in a text, from its first to its last word. */
export interface NameMatch {
  readonly name: PlaceName;
  readonly first: number;
  readonly last: number;
}

/** The context in which a name stands. */
interface Context {
  readonly text: string;
  readonly words: readonly Token[];
  /** Whether every word is capitalized, so that capitals say nothing. */
  readonly isTitleCase: boolean;
  readonly next: NameMatch | undefined;
}

const PEOPLE = new Set(splitWords(NAMES_OF_PEOPLE));
const BESIDE = new Set(splitWords(BESIDE_PLACES));
const PERSON_NOUNS = new Set(splitWords(PERSONS));

/** A rank, a form of address or an initial, after which stands a person's name. */
const BEFORE_PERSON =
  /(?:\b(?:Mrs?|Ms|Miss|Dr|Lt|Col|Gen|Maj|Capt|Sgt|Cpl|Pfc|Pvt|Spc|Adm|Prof|Rev|Sen|Rep|Sir|Dame|Lord|Lady|Judge|Justice|Officer|Detective|Sergeant|Colonel|General|Captain|Private)\.?|(?<![.\p{L}])\p{Lu}\.) $/u;

/** "The Australian has reported": a paper or a person, not the people. */
const ONE_OF_A_PEOPLE = /(?:an|ard|i)$/;
const DOES =
  /^(?: newspaper)?,? (?:has|had|is|was|will|would|who|said|says|told|reported|reports|revealed|reveals|added|also|newspaper|quoted|beat|won|finished)\b/;

/** A person or team of a country: "Vinokourov of Kazakhstan". Not "President of" or "Most of". */
const OF_NAME = /(?:^|[^\p{L}])(\p{Lu}\p{Ll}+) of $/u;
const OFFICES = new Set(
  splitWords(`president, king, queen, minister, chancellor, emir, sultan, prince, princess, bishop, archbishop, patriarch, ambassador,
    governor, duke, secretary, bank, republic, kingdom, state, states, university, gulf, government, embassy, parliament, army,
    city, islands, island, province, region, regions, people, house, port, bay, coast, church, court, ministry, party,
    federation, union, emirate, senate, academy, museum, institute, commonwealth, most, half, much, many, part, parts, all,
    some, out, one, two, three, north, south, east, west, northeast, northwest, southeast, southwest, areas, towns, capital,
    thousands, millions, hundreds, dozens, citizens, residents, members, leaders, outside, inside, council, assembly, bureau,
    department, office, open, tour, battle, invasion, sea, lake, strait, centre, center, middle, end, history, future`),
);

/** An office that watches the world from its country: "the Japan Meteorological Agency" on a quake in Chile. */
const WATCHES =
  /^ (?:\p{Lu}\p{L}+ ){1,3}(?:Agency|Survey|Service|Bureau|Observatory|Institute|Cent(?:er|re)|Administration)\b/u;

/**
 * Decides what a name means in its context. Undefined if it doesn't name a country. The rules for
 * people's names are English.
 */
export function judgeName(
  match: NameMatch,
  isEnglish: boolean,
  { text, words, isTitleCase, next }: Context,
): PlaceMention | undefined {
  const { name, first, last } = match;
  const { start } = words[first]!;
  const { end } = words[last]!;
  if (ORIGIN.test(text.slice(end, end + 12)) || liesElsewhere(match, next, words, text))
    return undefined;
  const isCity = name.kind === 'city' || name.kind === 'capital';
  const word = foldName(words[first]!.text, 'en');
  const isPersonal = isEnglish && first === last && PEOPLE.has(word);
  if (isEnglish && (isPersonal || isCity) && !isTitleCase && isInName(match, next, words, text))
    return undefined;
  const country = first === last ? chooseCountry(name.country, word, text) : name.country;
  if (country === undefined) return undefined;
  const before = text.slice(Math.max(0, start - 30), start);
  if (isPersonal && BEFORE_PERSON.test(before)) return undefined;
  // "US$16 million"
  if (text.charAt(end) === '$') return undefined;
  if (isOneOfPeople(match, words, before, text)) return undefined;
  if (name.kind === 'people' && PERSON_NOUNS.has(words[last + 1]?.text.toLowerCase() ?? ''))
    return undefined;
  if (before.endsWith(' born in ')) return undefined;
  // Someone from Paris may be anywhere, and "Shoreline, Washington" is the state.
  const isAway =
    before.endsWith('from ') || (word === 'washington' && first === last && before.endsWith(', '));
  return {
    country,
    isCapital: name.kind === 'capital' && !isAway,
    trust:
      isPersonal && isTitleCase
        ? 'doubtful'
        : name.kind === 'airline' ||
            (isEnglish && WATCHES.test(text.slice(end, end + 80))) ||
            isOfPerson(match, isEnglish, before)
          ? 'weak'
          : 'sure',
  };
}

function isOneOfPeople(
  { name, first, last }: NameMatch,
  words: readonly Token[],
  before: string,
  text: string,
): boolean {
  const { text: word, end } = words[last]!;
  if (name.kind !== 'people' || first !== last || !ONE_OF_A_PEOPLE.test(word)) return false;
  return /\b(?:the|an?) $/i.test(before) && DOES.test(text.slice(end, end + 24));
}

function isOfPerson({ name }: NameMatch, isEnglish: boolean, before: string): boolean {
  if (!isEnglish || name.kind !== 'country') return false;
  const person = OF_NAME.exec(before)?.[1]?.toLowerCase();
  return person !== undefined && !OFFICES.has(person);
}

/** Whether a name that people have, too, is a person's here: "Steven Lee Jordan", "Col. Jordan". */
export function isPersonsName(
  match: NameMatch,
  { text, words }: Pick<Context, 'text' | 'words'>,
): boolean {
  const { first, last } = match;
  const { text: word, start } = words[first]!;
  if (first !== last || !PEOPLE.has(foldName(word, 'en'))) return false;
  if (BEFORE_PERSON.test(text.slice(Math.max(0, start - 30), start))) return true;
  const other = words[first - 1];
  return other !== undefined && isPart(other, text.slice(other.end, start));
}

/**
 * Whether the next name says that a city of this name is elsewhere: "Athens, Georgia", "Paris,
 * Texas".
 */
function liesElsewhere(
  { name, last }: NameMatch,
  next: NameMatch | undefined,
  words: readonly Token[],
  text: string,
): boolean {
  if (!next || (name.kind !== 'city' && name.kind !== 'capital')) return false;
  if (next.name.kind !== 'country' && next.name.kind !== 'region') return false;
  const isBeside = text.slice(words[last]!.end, words[next.first]!.start) === ', ';
  return isBeside && next.name.country !== name.country;
}

/**
 * Whether a capitalized word that isn't a place stands next to a name: "Michael Jordan",
 * "Porto-Vecchio", "Frankfurt Zoo".
 */
function isInName(
  { first, last }: NameMatch,
  next: NameMatch | undefined,
  words: readonly Token[],
  text: string,
): boolean {
  const before = words[first - 1];
  if (before && isPart(before, text.slice(before.end, words[first]!.start))) return true;
  const { text: word, end } = words[last]!;
  if (next?.first === last + 1 || /['’]s$/.test(word)) return false;
  const after = words[last + 1];
  return after !== undefined && isPart(after, text.slice(end, after.start));
}

function isPart(other: Token | undefined, gap: string): boolean {
  return (
    other !== undefined &&
    (gap === ' ' || gap === '-') &&
    /^\p{Lu}/u.test(other.text) &&
    !BESIDE.has(other.text.toLowerCase())
  );
}

function chooseCountry(country: string, word: string, text: string): string | undefined {
  if (word === 'georgia') {
    if (GEORGIA.GE.test(text)) return 'GE';
    return GEORGIA.US.test(text) ? 'US' : undefined;
  }
  return word === 'turkey' && TURKEY_IS_A_BIRD.test(text) ? undefined : country;
}

function splitWords(list: string): string[] {
  return list.split(',').map((word) => word.trim());
}
