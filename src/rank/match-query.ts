import { comparableWord } from '../text/terms.ts';
import { splitTokens } from '../text/tokens.ts';
import type { Corpus } from './corpus.ts';
import type { Query } from './query.ts';
import { keep, slotsWithAll, slotsWithAny, subtract } from './slot-sets.ts';
import { buildTermGroups, requireSome, type TermGroup } from './term-groups.ts';
import type { TextIndex } from './text-index.ts';
import type { WordSequence } from './word-sequence.ts';

/** Okapi BM25's two constants: how fast repeats of a term stop counting, and how much length counts. */
const BM25 = { k1: 1.2, b: 0.5 } as const;

/** Which texts of an index match a query. */
export interface Matches {
  /** Slots of matching texts, ascending; undefined where the query asks for no word at all. */
  readonly slots: Uint32Array | undefined;
  /** The relevance of each. */
  readonly scores: Float64Array;
  /** No text has all the words, so that those with some of them are given. */
  readonly relaxed: boolean;
}

const NONE = { slots: new Uint32Array(0), scores: new Float64Array(0), relaxed: false } as const;

/**
 * Texts with all words and phrases and none of the unwanted ones. With `relax`, where no text has
 * all the words, those with any of them, the more the better; phrases are always required.
 */
export function matchQuery(
  index: TextIndex,
  corpus: Corpus,
  query: Query,
  relax: boolean,
): Matches {
  const { languages } = index;
  const groupsOf = (text: string): TermGroup[] => buildTermGroups(text, languages);
  const words = requireSome(query.words.flatMap(groupsOf));
  // Words without a letter that counts, or unknown to every language, find nothing.
  if (query.words.length > 0 && words.length === 0) return NONE;
  const groups = [...words, ...query.phrases.flatMap(groupsOf)];
  const required = groups.filter((group) => group.required);
  const narrow = buildNarrowing(index, query, groupsOf);
  if (groups.length === 0 && query.phrases.length === 0 && !narrow)
    return { ...NONE, slots: undefined };

  const narrowed = (slots: Uint32Array): Uint32Array => narrow?.(slots) ?? slots;
  const slots = narrowed(required.length > 0 ? slotsWithAll(index, required) : index.slots());
  if (slots.length > 0 || !relax || words.length < 2) {
    return { slots, scores: scoreSlots(index, corpus, groups, slots).scores, relaxed: false };
  }
  const some = narrowed(
    slotsWithAny(
      index,
      required.flatMap(({ terms }) => terms),
    ),
  );
  const { scores, found } = scoreSlots(index, corpus, groups, some);
  for (let place = 0; place < some.length; place++) {
    scores[place]! *= found[place]! / required.length;
  }
  return { slots: some, scores, relaxed: true };
}

/** Robertson's BM25 for one term of a text, its idf already found. */
export function scoreBm25(
  count: number,
  idf: number,
  length: number,
  averageLength: number,
): number {
  const { k1, b } = BM25;
  return (idf * count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / (averageLength || 1)));
}

/** For each slot the sum of its groups' best terms, and how many required groups it has. */
function scoreSlots(
  index: TextIndex,
  corpus: Corpus,
  groups: readonly TermGroup[],
  slots: Uint32Array,
): { scores: Float64Array; found: Uint16Array } {
  const scores = new Float64Array(slots.length);
  const found = new Uint16Array(slots.length);
  const best = new Float64Array(slots.length);
  const { averageLength } = index;
  for (const { terms, required } of groups) {
    best.fill(0);
    for (const term of terms) {
      const idf = corpus.idf(term);
      index.forEachAmong(term, slots, (place, count) => {
        const score = scoreBm25(count, idf, index.length(slots[place]!), averageLength);
        if (score > best[place]!) best[place] = score;
      });
    }
    for (let place = 0; place < slots.length; place++) {
      if (best[place] === 0) continue;
      scores[place]! += best[place]!;
      if (required) found[place]! += 1;
    }
  }
  return { scores, found };
}

/** Leaves out texts without the phrases and those with what is unwanted; undefined where a query has neither. */
function buildNarrowing(
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
    const has = (place: number) => (phrase: readonly WordSequence[]) =>
      index.includesPhrase(rest[place]!, phrase);
    return keep(
      rest,
      (place) => wantedPhrases.every(has(place)) && !unwantedPhrases.some(has(place)),
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
