import { comparableWord } from '../../text/terms.ts';
import { splitTokens } from '../../text/tokens.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { Limits } from '../narrowing/narrowing.ts';
import type { Query } from './query.ts';
import { keep, slotsWithAll, slotsWithAny, subtract } from './slot-sets.ts';
import { buildTermGroups, requireSome, type TermGroup } from './term-groups.ts';
import type { TextIndex } from '../terms/text-index.ts';
import type { WordSequence } from '../terms/word-sequence.ts';

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
  query: Query & Pick<Limits, 'languages'>,
  relax: boolean,
): Matches {
  const languages = query.languages.length > 0 ? query.languages : index.languages;
  const groupsOf = (text: string): TermGroup[] => buildTermGroups(text, languages);
  const words = requireSome(query.words.flatMap(groupsOf));
  // Words without a letter that counts, or unknown to every language, find nothing.
  if (query.words.length > 0 && words.length === 0) return NONE;
  const groups = [...words, ...query.phrases.flatMap(groupsOf)];
  // What is unwanted is so in every language.
  const leaveOut = compileExclusions(index, query, (text) =>
    buildTermGroups(text, index.languages),
  );
  if (groups.length === 0 && query.phrases.length === 0 && !leaveOut)
    return { ...NONE, slots: undefined };

  const keepWanted = (slots: Uint32Array): Uint32Array => leaveOut?.(slots) ?? slots;
  const needed = countNeeded(index, groups);
  const all = scoreSlots(index, corpus, groups, keepWanted(slotsToScore(index, groups, needed)));
  // Where every text needs all words, those that were looked at have them.
  const isWhole = needed.fewest === groups.length;
  const whole = isWhole
    ? all
    : keepScored(all, (place, slot) => all.found[place]! >= needed.of(slot));
  if (whole.slots.length > 0 || !relax || words.length < 2) return { ...whole, relaxed: false };
  const terms = groups.flatMap((group) => group.terms);
  const some = scoreSlots(index, corpus, groups, keepWanted(slotsWithAny(index, terms)));
  for (const [place, slot] of some.slots.entries()) {
    some.scores[place]! *= some.found[place]! / (needed.of(slot) || 1);
  }
  return { ...keepScored(some, (place) => some.found[place]! > 0), relaxed: true };
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

/** How many groups a text must have: a stop word of one language is none of another. */
interface NeededGroups {
  /** The least that any text must have. */
  readonly fewest: number;
  readonly of: (slot: number) => number;
}

function countNeeded(index: TextIndex, groups: readonly TermGroup[]): NeededGroups {
  const counts = new Map(
    index.languages.map((lang) => [lang, groups.filter(({ stopIn }) => !stopIn.has(lang)).length]),
  );
  const fewest = Math.min(groups.length, ...counts.values());
  // Mostly no word is a stop word anywhere, and no text need be asked for its language.
  if (fewest === groups.length) return { fewest, of: () => fewest };
  return { fewest, of: (slot) => counts.get(index.languageOf(slot)) ?? groups.length };
}

/** No text beyond these can have what is needed. */
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

/** Texts, and for each the relevance and how many groups it has of those that its language asks for. */
interface Scored {
  readonly slots: Uint32Array;
  readonly scores: Float64Array;
  readonly found: Uint16Array;
}

function keepScored(
  { slots, scores }: Scored,
  passes: (place: number, slot: number) => boolean,
): Pick<Matches, 'scores'> & { readonly slots: Uint32Array } {
  const places = Uint32Array.from(slots.keys()).filter((place) => passes(place, slots[place]!));
  if (places.length === slots.length) return { slots, scores };
  return {
    slots: Uint32Array.from(places, (place) => slots[place]!),
    scores: Float64Array.from(places, (place) => scores[place]!),
  };
}

/** For each slot the sum of its groups' best terms, and how many of those groups it has that it needs. */
function scoreSlots(
  index: TextIndex,
  corpus: Corpus,
  groups: readonly TermGroup[],
  slots: Uint32Array,
): Scored {
  const scores = new Float64Array(slots.length);
  const found = new Uint16Array(slots.length);
  const best = new Float64Array(slots.length);
  const { averageLength } = index;
  for (const { terms, stopIn } of groups) {
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
      if (stopIn.size === 0 || !stopIn.has(index.languageOf(slots[place]!))) found[place]! += 1;
    }
  }
  return { slots, scores, found };
}

/** Leaves out texts without the phrases and those with what is unwanted; undefined where a query has neither. */
function compileExclusions(
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
