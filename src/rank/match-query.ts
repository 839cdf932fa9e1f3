import { comparableWord, wordTerm } from '../text/terms.ts';
import { splitTokens } from '../text/tokens.ts';
import type { Corpus } from './corpus.ts';
import type { Query } from './query.ts';
import type { TextIndex } from './text-index.ts';

/** Okapi BM25's two constants: how fast repeats of a term stop counting, and how much length counts. */
const BM25 = { k1: 1.2, b: 0.5 } as const;

/** Which texts of an index match a query, by slot. */
export interface Matches {
  /** Slots of matching texts, ascending; undefined where the query asks for no word at all. */
  readonly slots: readonly number[] | undefined;
  /** Relevance by slot. */
  readonly scores: Float64Array;
  /** No text has all the words, so that those with some of them are given. */
  readonly relaxed: boolean;
}

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
  const scores = new Float64Array(index.slotCount);
  const found = new Uint16Array(index.slotCount);
  const words = requireSome(query.words.flatMap((word) => termGroups(index, word)));
  const phraseWords = query.phrases.flatMap((phrase) => termGroups(index, phrase));
  for (const group of [...words, ...phraseWords]) addGroup(index, corpus, group, scores, found);

  const excluded = excludedSlots(index, query);
  const asksForWords = query.words.length > 0 || query.phrases.length > 0;
  if (!asksForWords && excluded.size === 0) return { slots: undefined, scores, relaxed: false };

  const phrases = query.phrases.map((phrase) => encodePhrase(index, phrase));
  const slotsWith = (least: number): number[] => {
    const slots: number[] = [];
    for (let slot = 0; slot < found.length; slot++) {
      if (found[slot]! < least || !index.has(slot) || excluded.has(slot)) continue;
      if (phrases.every((phrase) => index.includesPhrase(slot, phrase))) slots.push(slot);
    }
    return slots;
  };
  // Words without a letter that counts, or unknown to every language, find nothing.
  if (query.words.length > 0 && words.length === 0) return { slots: [], scores, relaxed: false };
  const requiredCount = [...words, ...phraseWords].filter((group) => group.required).length;
  const slots = slotsWith(requiredCount);
  if (slots.length > 0 || !relax || words.length < 2) return { slots, scores, relaxed: false };
  for (let slot = 0; slot < found.length; slot++) scores[slot]! *= found[slot]! / requiredCount;
  return { slots: slotsWith(1), scores, relaxed: true };
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

/** What a word of a query is looked up as. */
interface TermGroup {
  /** Any of these will do: the word's terms in the languages of the index. */
  readonly terms: readonly string[];
  /** False for a stop word of one of the languages: it helps to rank but need not be there. */
  readonly required: boolean;
}

/** Adds the score of a group's best term to each text that has any; counts required groups as found. */
function addGroup(
  index: TextIndex,
  corpus: Corpus,
  group: TermGroup,
  scores: Float64Array,
  found: Uint16Array,
): void {
  const best = new Float64Array(index.slotCount);
  const { averageLength } = index;
  for (const term of group.terms) {
    const idf = corpus.idf(term);
    index.forEachWith(term, (slot, count) => {
      const score = scoreBm25(count, idf, index.length(slot), averageLength);
      if (best[slot] === 0 && group.required) found[slot]! += 1;
      if (score > best[slot]!) {
        scores[slot]! += score - best[slot]!;
        best[slot] = score;
      }
    });
  }
}

function termGroups(index: TextIndex, text: string): TermGroup[] {
  return splitTokens(text).map((token) => {
    const terms = new Set<string>();
    let required = true;
    for (const lang of index.languages) {
      const word = comparableWord(token.text, lang);
      const term = wordTerm(word, lang);
      // "us" may be meant as "US": articles about it come first, the others are not left out.
      terms.add(term ?? word.toUpperCase());
      if (term === undefined) required = false;
    }
    return { terms: [...terms], required };
  });
}

/** Where a query has nothing but stop words, they are what it asks for. */
function requireSome(groups: readonly TermGroup[]): readonly TermGroup[] {
  if (groups.some((group) => group.required)) return groups;
  return groups.map((group) => ({ ...group, required: true }));
}

function encodePhrase(index: TextIndex, phrase: string): Buffer[] {
  const words = splitTokens(phrase).map((token) => {
    const word = comparableWord(token.text, '').toLowerCase();
    return [word, word.toUpperCase()];
  });
  return index.encodePhrase(words);
}

function excludedSlots(index: TextIndex, query: Query): ReadonlySet<number> {
  const excluded = new Set<number>();
  for (const word of query.without.words) {
    for (const slot of slotsWithAll(index, termGroups(index, word))) excluded.add(slot);
  }
  for (const phrase of query.without.phrases) {
    const encoded = encodePhrase(index, phrase);
    for (let slot = 0; slot < index.slotCount; slot++) {
      if (index.includesPhrase(slot, encoded)) excluded.add(slot);
    }
  }
  return excluded;
}

/** Texts with all parts of a word such as "far-right". */
function slotsWithAll(index: TextIndex, groups: readonly TermGroup[]): number[] {
  const found = new Uint16Array(index.slotCount);
  for (const group of groups) {
    const slots = new Set<number>();
    for (const term of group.terms) index.forEachWith(term, (slot) => slots.add(slot));
    for (const slot of slots) found[slot]! += 1;
  }
  const slots: number[] = [];
  found.forEach((count, slot) => {
    if (groups.length > 0 && count === groups.length) slots.push(slot);
  });
  return slots;
}
