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

/** Where and how often a text has a word of a topic, in any of its forms. */
interface Occurrence {
  isInTitle: boolean;
  /** Among the first words of the text, and not only to describe something else. */
  readonly isInLead: boolean;
  /** Position of the first one among the words of the text. */
  first: number;
  /** Without those of the title. */
  count: number;
}

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

/** A word of a topic: the ids of its terms. */
interface TopicWord {
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
      termIds: new Set(terms.map((term) => index.termId(term)).filter((id) => id !== undefined)),
      idf: Math.max(...terms.map((term) => corpus.idf(term))),
    }));
}

/** Whether each word has weight in a text. Only what may have weight is compared with the other terms. */
function weighWords(topic: readonly TopicWord[], slot: number, index: TextIndex): boolean[] {
  let counts: readonly number[] | undefined;
  return findOccurrences(topic, slot, index).map(({ isInTitle, isInLead, first, count }) => {
    if (isInTitle || isInLead) return true;
    if (count === 0 || (first >= TOPIC_FLOOR.openingWords && count < TOPIC_FLOOR.count))
      return false;
    counts ??= countTerms(slot, index);
    return counts.filter((other) => other > count).length < TOPIC_FLOOR.rank;
  });
}

function findOccurrences(
  topic: readonly TopicWord[],
  slot: number,
  index: TextIndex,
): Occurrence[] {
  const lead = readLead(slot, index);
  const found = topic.map(({ termIds }): Occurrence => ({
    isInTitle: false,
    isInLead: lead.some((termId, at) => termIds.has(termId) && !describes(lead, at)),
    first: Number.POSITIVE_INFINITY,
    count: 0,
  }));
  let position = 0;
  index.forEachTermOf(slot, (termId, isTitle) => {
    for (let i = 0; i < topic.length; i++) {
      if (!topic[i]!.termIds.has(termId)) continue;
      const word = found[i]!;
      if (isTitle) word.isInTitle = true;
      else {
        word.first = Math.min(word.first, position);
        word.count += 1;
      }
    }
    if (!isTitle) position += 1;
  });
  return found;
}

/** The terms of the first words of a text, 0 for stop words, and of those that may follow the last of them. */
function readLead(slot: number, index: TextIndex): number[] {
  const { leadWords, compoundWords } = TOPIC_FLOOR;
  const lead: number[] = [];
  index.forEachTermOf(slot, (termId, isTitle) => {
    if (!isTitle && lead.length < leadWords + compoundWords) lead.push(termId);
  });
  return lead;
}

/** Whether a word of a lead only describes what follows, or is too far down. */
function describes(lead: readonly number[], at: number): boolean {
  const { leadWords, compoundWords } = TOPIC_FLOOR;
  if (at >= leadWords) return true;
  const following = lead.slice(at + 1, at + 1 + compoundWords);
  return following.length === compoundWords && !following.includes(0);
}

/** How often a text has each of its terms, without those of the title. */
function countTerms(slot: number, index: TextIndex): number[] {
  const counts = new Map<number, number>();
  index.forEachTermOf(slot, (termId, isTitle) => {
    if (!isTitle && termId !== 0) counts.set(termId, (counts.get(termId) ?? 0) + 1);
  });
  return [...counts.values()];
}
