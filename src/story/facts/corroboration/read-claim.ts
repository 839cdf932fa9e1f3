import { backgroundFrequency } from '../../../index/corpus/corpus.ts';
import { ENGLISH_DOCUMENT_COUNT } from '../../../index/corpus/english-df.ts';
import { comparableWord, wordTerm } from '../../../text/terms.ts';
import { splitTokens } from '../../../text/tokens.ts';
import { kindOfWord, wordsOfKind } from '../figures/counted-words.ts';

/** A term of a claim. */
export interface ClaimTerm {
  /** ln((N + 1) / (df + ½)), by document frequencies of a fixed background. */
  readonly rarity: number;
  readonly kind: 'number' | 'name' | 'word';
}

/** A sentence as it is compared with others. */
export interface Claim {
  readonly terms: ReadonlyMap<string, ClaimTerm>;
  /** Each two terms that follow one another. */
  readonly pairs: ReadonlySet<string>;
  readonly isNegated: boolean;
}

/** Reads what a sentence claims. Words for one kind of event ("dead", "killed") are one term. */
export function readClaim(sentence: string, lang: string): Claim {
  const terms = new Map<string, ClaimTerm>();
  const pairs = new Set<string>();
  // Some texts have spaces around the marks of numbers.
  const text = sentence.replaceAll(/(\p{Nd}) ([.,]) (?=\p{Nd})/gu, '$1$2');
  let last: string | undefined;
  let isFirst = true;
  for (const token of splitTokens(text)) {
    const word = comparableWord(token.text, lang);
    const event = lang === 'en' ? eventOf(word) : undefined;
    const term = event ?? wordTerm(word, lang);
    const isName = !isFirst && /^\p{Lu}/u.test(token.text);
    isFirst = false;
    if (term === undefined) continue;
    if (last !== undefined) pairs.add(`${last} ${term}`);
    last = term;
    if (terms.has(term)) continue;
    const rarity = rarityOf(wordTerm(word, lang) ?? word);
    const kind = /^\p{Nd}/u.test(token.text) ? 'number' : isName ? 'name' : 'word';
    terms.set(term, { rarity, kind });
  }
  return { terms, pairs, isNegated: NEGATION.test(text) };
}

const NEGATION = /\b(?:not|no|never|n't|cannot|denied|denies|deny)\b|n['’]t\b/iu;

function rarityOf(term: string): number {
  return Math.log((ENGLISH_DOCUMENT_COUNT + 1) / (backgroundFrequency(term) + 0.5));
}

/** Words that news uses for one thing. */
const SAME_WORDS = [
  'quake quakes earthquake earthquakes temblor tremor tremors',
  'shot shooting shoots fired gunned',
  'buy buys buying bought acquire acquires acquiring acquired acquisition purchase',
  'begin begins began start starts started',
  'hospital hospitals hospitalized hospitalised',
  'announce announces announced confirm confirms confirmed unveil unveils unveiled',
  'home homes house houses',
  'ship ships vessel vessels boat boats',
  'film films movie movies',
  'teen teens teenager teenagers',
  'police officer officers cop cops',
  'jewellery jewelry jewels',
  'pact deal agreement contract accord',
  'plane planes aircraft jet jetliner airliner',
  'vote votes election elections poll polls',
  'fire fires blaze blazes',
  'protest protests protesters demonstration demonstrations demonstrators rally rallies',
  'bomb bombs bombing bombings blast blasts explosion explosions',
  'storm hurricane typhoon cyclone',
  'flood floods flooding flooded',
  'resign resigns resigned quit quits',
  'rise rises rose risen climbed climb jumped increase increased',
  'fall falls fell fallen dropped drop decline declined decrease decreased',
];
const EVENTS: ReadonlyMap<string, string> = new Map(
  SAME_WORDS.flatMap((words) => {
    const [name = '', ...others] = words.split(' ');
    return [name, ...others].map((word) => [word, `=${name}`] as const);
  }),
);

function eventOf(word: string): string | undefined {
  const kind = kindOfWord(word);
  return kind === undefined ? EVENTS.get(word) : `=${kind}`;
}

/** The words that news uses for the same as a word, itself included; none if it has no others. */
export function sameEventWords(word: string): readonly string[] {
  const kind = kindOfWord(word);
  if (kind !== undefined) return wordsOfKind(kind);
  const name = EVENTS.get(word)?.slice(1);
  return SAME_WORDS.find((words) => words.split(' ')[0] === name)?.split(' ') ?? [];
}
