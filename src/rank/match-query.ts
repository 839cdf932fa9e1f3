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
  const langs = query.langs.length > 0 ? query.langs : index.languages;
  const words = requireSome(query.words.flatMap((word) => termGroups(langs, word)));
  const phraseWords = query.phrases.flatMap((phrase) => termGroups(langs, phrase));
  const groups = [...words, ...phraseWords];
  for (const group of groups) addGroup(index, corpus, group, scores, found);

  const excluded = excludedSlots(index, query);
  const asksForWords = query.words.length > 0 || query.phrases.length > 0;
  if (!asksForWords && excluded.size === 0) return { slots: undefined, scores, relaxed: false };

  const phrases = query.phrases.map((phrase) => encodePhrase(index, phrase));
  const slotsWith = ({ fewest, of }: NeededGroups): number[] => {
    const slots: number[] = [];
    for (let slot = 0; slot < found.length; slot++) {
      if (
        found[slot]! < fewest ||
        found[slot]! < of(slot) ||
        !index.has(slot) ||
        excluded.has(slot)
      )
        continue;
      if (phrases.every((phrase) => index.includesPhrase(slot, phrase))) slots.push(slot);
    }
    return slots;
  };
  // Words without a letter that counts, or unknown to every language, find nothing.
  if (query.words.length > 0 && words.length === 0) return { slots: [], scores, relaxed: false };
  const required = countRequired(index, groups);
  const slots = slotsWith(required);
  if (slots.length > 0 || !relax || words.length < 2) return { slots, scores, relaxed: false };
  for (let slot = 0; slot < found.length; slot++) {
    scores[slot]! *= found[slot]! / (required.of(slot) || 1);
  }
  return { slots: slotsWith({ fewest: 1, of: () => 1 }), scores, relaxed: true };
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
  /** Languages in which the word is a stop word: it helps to rank their texts but need not be there. */
  readonly stopIn: ReadonlySet<string>;
}

/** Adds the score of a group's best term to each text that has any; counts required groups as found. */
function addGroup(
  index: TextIndex,
  corpus: Corpus,
  { terms, stopIn }: TermGroup,
  scores: Float64Array,
  found: Uint16Array,
): void {
  const best = new Float64Array(index.slotCount);
  const { averageLength } = index;
  const isAsked = stopIn.size === 0;
  for (const term of terms) {
    const idf = corpus.idf(term);
    index.forEachWith(term, (slot, count) => {
      const score = scoreBm25(count, idf, index.length(slot), averageLength);
      if (best[slot] === 0 && (isAsked || !stopIn.has(index.languageOf(slot)))) found[slot]! += 1;
      if (score > best[slot]!) {
        scores[slot]! += score - best[slot]!;
        best[slot] = score;
      }
    });
  }
}

function termGroups(langs: readonly string[], text: string): TermGroup[] {
  return splitTokens(text).map((token) => {
    const terms = new Set<string>();
    const stopIn = new Set<string>();
    for (const lang of langs) {
      const word = comparableWord(token.text, lang);
      const term = wordTerm(word, lang);
      // "us" may be meant as "US": articles about it come first, the others are not left out.
      terms.add(term ?? word.toUpperCase());
      if (term === undefined) stopIn.add(lang);
    }
    return { terms: [...terms], stopIn };
  });
}

/** Where a query has nothing but stop words of a language, they are what it asks texts in it for. */
function requireSome(groups: readonly TermGroup[]): readonly TermGroup[] {
  const everywhere = new Set(
    [...(groups[0]?.stopIn ?? [])].filter((lang) => groups.every(({ stopIn }) => stopIn.has(lang))),
  );
  if (everywhere.size === 0) return groups;
  return groups.map(({ terms, stopIn }) => ({
    terms,
    stopIn: new Set([...stopIn].filter((lang) => !everywhere.has(lang))),
  }));
}

/** How many groups a text must have: a stop word of one language is none of another. */
interface NeededGroups {
  /** The least that any text must have. */
  readonly fewest: number;
  readonly of: (slot: number) => number;
}

function countRequired(index: TextIndex, groups: readonly TermGroup[]): NeededGroups {
  const counts = new Map(
    index.languages.map((lang) => [lang, groups.filter(({ stopIn }) => !stopIn.has(lang)).length]),
  );
  const fewest = Math.min(groups.length, ...counts.values());
  // Mostly no word is a stop word anywhere, and no text need be asked for its language.
  if (fewest === groups.length) return { fewest, of: () => fewest };
  return { fewest, of: (slot) => counts.get(index.languageOf(slot)) ?? groups.length };
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
    for (const slot of slotsWithAll(index, termGroups(index.languages, word))) excluded.add(slot);
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
