import { comparableWord } from '../../text/terms.ts';
import { splitTokens } from '../../text/tokens.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Limits } from '../narrowing/narrowing.ts';
import type { Query } from './query.ts';
import { keep, slotsWithAll, slotsWithAny, subtract } from './slot-sets.ts';
import { buildTermGroups, requireSome, type TermGroup } from './term-groups.ts';
import type { TextIndex } from '../terms/text-index.ts';
import type { WordSequence } from '../terms/word-sequence.ts';

/** The constants of Okapi BM25: how fast repeats of a term saturate, and how much the length of a text counts. */
const BM25 = { k1: 1.2, b: 0.5 } as const;

/** The texts that match a query. */
export interface Matches {
  /** Their slots, ascending; undefined when the query has no word, wanted or unwanted. */
  readonly slots: Uint32Array | undefined;
  /** The relevance of each slot. */
  readonly scores: Float64Array;
  /** No text has all the words; these have some of them. */
  readonly relaxed: boolean;
}

/** Whether texts without all words are looked for. */
export type Relax = boolean | 'always';

const NONE = { slots: new Uint32Array(0), scores: new Float64Array(0), relaxed: false } as const;

/**
 * Finds the texts with all words and phrases and none of the unwanted ones. With `relax`, if no text has all the
 * words, it finds those with any of them, ranked by how many they have; with `always`, also if some text has them all.
 * Phrases are always required.
 *
 * @param averageLength What a text's length is compared with; by default that of these texts.
 */
export function matchQuery(
  index: TextIndex,
  corpus: Corpus,
  query: Query & Pick<Limits, 'languages'>,
  relax: Relax,
  averageLength = index.averageLength,
): Matches {
  const languages = query.languages.length > 0 ? query.languages : index.languages;
  const groupsOf = (text: string): TermGroup[] => buildTermGroups(text, languages);
  const words = requireSome(query.words.flatMap(groupsOf));
  // The query's words have no term in any language.
  if (query.words.length > 0 && words.length === 0) return NONE;
  const groups = [...words, ...query.phrases.flatMap(groupsOf)];
  // Unwanted words are unwanted in every language.
  const exclude = compileExclusion(index, query, (text) => buildTermGroups(text, index.languages));
  if (groups.length === 0 && query.phrases.length === 0 && !exclude)
    return { ...NONE, slots: undefined };

  const keepWanted = (slots: Uint32Array): Uint32Array => exclude?.(slots) ?? slots;
  const score = (slots: Uint32Array): Scored =>
    scoreSlots(index, corpus, groups, keepWanted(slots), averageLength);
  const needed = countNeeded(index, groups);
  const all = score(slotsToScore(index, groups, needed));
  // When every text needs all the words, all texts that were scored have them.
  const isWhole = needed.fewest === groups.length;
  const whole = isWhole
    ? all
    : keepScored(all, (position, slot) => all.found[position]! >= needed.of(slot));
  const isEnough = whole.slots.length > 0 && relax !== 'always';
  if (isEnough || !relax || words.length < 2) return { ...whole, relaxed: false };
  const terms = groups.flatMap((group) => group.terms);
  const some = score(slotsWithAny(index, terms));
  for (const [position, slot] of some.slots.entries()) {
    some.scores[position]! *= some.found[position]! / (needed.of(slot) || 1);
  }
  return { ...keepScored(some, (position) => some.found[position]! > 0), relaxed: true };
}

/** Robertson's BM25 of one term in a text. */
export function scoreBm25(
  count: number,
  idf: number,
  length: number,
  averageLength: number,
): number {
  const { k1, b } = BM25;
  return (idf * count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / (averageLength || 1)));
}

/** How many groups a text must have. It depends on its language: a stop word of one is an ordinary word of another. */
interface NeededGroups {
  /** The smallest such number. */
  readonly fewest: number;
  readonly of: (slot: number) => number;
}

function countNeeded(index: TextIndex, groups: readonly TermGroup[]): NeededGroups {
  const counts = new Map(
    index.languages.map((lang) => [lang, groups.filter(({ stopIn }) => !stopIn.has(lang)).length]),
  );
  const fewest = Math.min(groups.length, ...counts.values());
  // Most queries have no stop word of any language; then the language of a text does not matter.
  if (fewest === groups.length) return { fewest, of: () => fewest };
  return { fewest, of: (slot) => counts.get(index.languageOf(slot)) ?? groups.length };
}

/** The slots of all texts that may have what is needed. */
function slotsToScore(
  index: TextIndex,
  groups: readonly TermGroup[],
  { fewest }: NeededGroups,
): Uint32Array {
  const everywhere = groups.filter(({ stopIn }) => stopIn.size === 0);
  if (everywhere.length > 0) return slotsWithAll(index, everywhere);
  if (fewest === 0) return index.slots();
  return slotsWithAny(
    index,
    groups.flatMap(({ terms }) => terms),
  );
}

/** For each text its relevance, and the number of its groups, those apart that are stop words of its language. */
interface Scored {
  readonly slots: Uint32Array;
  readonly scores: Float64Array;
  readonly found: Uint16Array;
}

function keepScored(
  { slots, scores }: Scored,
  passes: (position: number, slot: number) => boolean,
): Pick<Matches, 'scores'> & { readonly slots: Uint32Array } {
  const positions = Uint32Array.from(slots.keys()).filter((position) =>
    passes(position, slots[position]!),
  );
  if (positions.length === slots.length) return { slots, scores };
  return {
    slots: Uint32Array.from(positions, (position) => slots[position]!),
    scores: Float64Array.from(positions, (position) => scores[position]!),
  };
}

/** Scores each text by the best term of each group. */
function scoreSlots(
  index: TextIndex,
  corpus: Corpus,
  groups: readonly TermGroup[],
  slots: Uint32Array,
  averageLength: number,
): Scored {
  const scores = new Float64Array(slots.length);
  const found = new Uint16Array(slots.length);
  const best = new Float64Array(slots.length);
  for (const { terms, stopIn } of groups) {
    best.fill(0);
    for (const term of terms) {
      const idf = corpus.idf(term);
      index.forEachAmong(term, slots, (position, count) => {
        const score = scoreBm25(count, idf, index.length(slots[position]!), averageLength);
        if (score > best[position]!) best[position] = score;
      });
    }
    for (let position = 0; position < slots.length; position++) {
      if (best[position] === 0) continue;
      scores[position]! += best[position]!;
      if (stopIn.size === 0 || !stopIn.has(index.languageOf(slots[position]!)))
        found[position]! += 1;
    }
  }
  return { slots, scores, found };
}

/** Creates a function that removes texts without the phrases and those with anything unwanted; undefined if there is nothing to remove. */
function compileExclusion(
  index: TextIndex,
  { phrases, without }: Query,
  groupsOf: (text: string) => TermGroup[],
): ((slots: Uint32Array) => Uint32Array) | undefined {
  if (phrases.length + without.words.length + without.phrases.length === 0) return undefined;
  const unwanted = without.words.map((word) => slotsWithAll(index, groupsOf(word)));
  const wantedPhrases = phrases.map((phrase) => encodePhrase(index, phrase));
  const unwantedPhrases = without.phrases.map((phrase) => encodePhrase(index, phrase));
  return (slots) => {
    const rest = unwanted.reduce(subtract, slots);
    if (phrases.length + without.phrases.length === 0) return rest;
    const has = (position: number) => (phrase: readonly WordSequence[]) =>
      index.includesPhrase(rest[position]!, phrase);
    return keep(
      rest,
      (position) => wantedPhrases.every(has(position)) && !unwantedPhrases.some(has(position)),
    );
  };
}

function encodePhrase(index: TextIndex, phrase: string): WordSequence[] {
  const words = splitTokens(phrase).map((token) => {
    const word = comparableWord(token.text, '').toLowerCase();
    return [word, word.toUpperCase()];
  });
  return index.encodePhrase(words);
}
