import type { Corpus } from '../corpus/corpus.ts';
import type { TextIndex } from '../terms/text-index.ts';
import type { Query } from './query.ts';
import { buildTermGroups, requireSome } from './term-groups.ts';

/**
 * What an article on a topic has, and one that only mentions it has not: "a country with a warm climate", a ship
 * named for climate research. Chosen by reading what ten common words find in 200 articles of English news.
 */
const TOPIC_FLOOR = {
  /** The words of a topic that have weight hold so much of its idf: of "death toll" the rarer word is enough. */
  share: 0.6,
  /**
   * A word of the headline has weight. So has one among the first words of the text, unless it only describes
   * something else: so many words with a meaning follow it at once, as in "climate change research ship".
   */
  leadWords: 30,
  compoundWords: 3,
  /** Otherwise fewer than `rank` terms are more frequent, and it is still near the beginning or there `count` times. */
  rank: 12,
  openingWords: 50,
  count: 3,
} as const;

/**
 * Creates a function that tells whether a text, given by its slot, is about a topic or only mentions it. Undefined
 * for a topic without words, which every text is about.
 */
export function createTopicTest(
  index: TextIndex,
  corpus: Corpus,
  { words, phrases }: Query,
): ((slot: number) => boolean) | undefined {
  if (words.length + phrases.length === 0) return undefined;
  const known = new Map<string, readonly TopicWord[]>();
  const wordsIn = (lang: string): readonly TopicWord[] => {
    let read = known.get(lang);
    if (!read) known.set(lang, (read = readTopic([...words, ...phrases], lang, index, corpus)));
    return read;
  };
  return (slot) => {
    const topic = wordsIn(index.languageOf(slot));
    const weights = weighWords(topic, slot, index);
    const total = topic.reduce((sum, { idf }) => sum + idf, 0);
    const found = topic.reduce((sum, { idf }, i) => sum + (weights[i] ? idf : 0), 0);
    return found >= TOPIC_FLOOR.share * total;
  };
}

/** A word of a topic: its terms, and their ids. */
interface TopicWord {
  readonly terms: readonly string[];
  readonly termIds: ReadonlySet<number>;
  readonly idf: number;
}

function readTopic(
  texts: readonly string[],
  lang: string,
  index: TextIndex,
  corpus: Corpus,
): TopicWord[] {
  const groups = requireSome(texts.flatMap((text) => buildTermGroups(text, [lang])));
  return groups
    .filter(({ stopIn }) => stopIn.size === 0)
    .map(({ terms }) => ({
      terms,
      termIds: new Set(terms.map((term) => index.termId(term)).filter((id) => id !== undefined)),
      idf: Math.max(...terms.map((term) => corpus.idf(term))),
    }));
}

/**
 * Whether each word has weight in a text. Only the beginning of most texts is read: a word that is not there has to
 * occur several times, which the index knows without reading.
 */
function weighWords(topic: readonly TopicWord[], slot: number, index: TextIndex): boolean[] {
  const { openingWords, count: leastCount, rank } = TOPIC_FLOOR;
  const { title, body: opening } = copyTerms(index.readTerms(slot, openingWords));
  let sorted: Uint32Array | undefined;
  return topic.map(({ terms, termIds }) => {
    if (title.some((termId) => termIds.has(termId)) || isInLead(termIds, opening)) return true;
    const isInOpening = opening.some((termId) => termIds.has(termId));
    if (!isInOpening && countIn(slot, terms, index) < leastCount) return false;
    sorted ??= index
      .readTerms(slot)
      .body.filter((termId) => termId !== 0)
      .toSorted();
    const count = sorted.reduce((sum, termId) => sum + Number(termIds.has(termId)), 0);
    return countMoreFrequent(sorted, count) < rank;
  });
}

/** How often a text has some terms that its title doesn't have. */
function countIn(slot: number, terms: readonly string[], index: TextIndex): number {
  let sum = 0;
  const only = Uint32Array.of(slot);
  for (const term of terms) index.forEachAmong(term, only, (_, count) => (sum += count));
  return sum;
}

/** The index uses its buffers again for the next text. */
function copyTerms({ title, body }: ReturnType<TextIndex['readTerms']>) {
  return { title: title.slice(), body: body.slice() };
}

/** Whether a word is among the first ones of a text, and not only to describe something else. */
function isInLead(termIds: ReadonlySet<number>, body: Uint32Array): boolean {
  const { leadWords, compoundWords } = TOPIC_FLOOR;
  return body.subarray(0, leadWords).some((termId, at) => {
    if (!termIds.has(termId)) return false;
    const following = body.subarray(at + 1, at + 1 + compoundWords);
    return following.length < compoundWords || following.includes(0);
  });
}

/** The number of terms that occur more often than `count` times. */
function countMoreFrequent(sorted: Uint32Array, count: number): number {
  let found = 0;
  for (let from = 0; from < sorted.length;) {
    let to = from + 1;
    while (sorted[to] === sorted[from]) to += 1;
    if (to - from > count) found += 1;
    from = to;
  }
  return found;
}
