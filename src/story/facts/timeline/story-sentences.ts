import type { ReadingSentence } from '../../../summary/reading/reading.ts';
import type { BriefSentence } from '../../brief/brief.ts';
import { chooseStoryLanguage, languageOf } from '../../brief/story-language.ts';
import { StoryWords } from '../../brief/story-words.ts';
import { VoiceCounts } from '../../brief/voice-counts.ts';
import { dayOf } from './calendar-day.ts';
import { findNamedDays } from './named-days.ts';
import { addVector, cosineWith, normalize, type TermVector } from './term-vector.ts';
import type { TimelineArticle, TimelineOptions } from './timeline.ts';

/** A sentence of a story as a vector of its terms, with the days that it names. */
export interface StorySentence extends TermVector {
  readonly article: ReadArticle;
  readonly sentence: ReadingSentence;
  /** By word, the number of its term in the story; that of a stop word is negative. */
  readonly words: Int32Array;
  /** In its article, from 0. */
  readonly position: number;
  /** Those that it names, each once, */
  readonly days: readonly number[];
  /** and of these the ones that it names only to say what came before or after. */
  readonly measuredFrom: readonly number[];
  /** Its cosine to the middle of the story. */
  readonly nearness: number;
}

/** An article with its sentences. */
export interface ReadArticle extends TimelineArticle {
  /** The day of its publication. */
  readonly day: number | undefined;
  /** An article before it has the same voice. */
  readonly isCopy: boolean;
  readonly sentences: readonly StorySentence[];
}

/** The articles of a story by time. Their sentences share the numbers of terms. */
export interface StorySentences {
  readonly articles: readonly ReadArticle[];
  /** One more than the highest number of a term. */
  readonly termLimit: number;
  /** By number of a term, how many voices have it. */
  readonly termVoices: readonly number[];
  readonly voiceCount: number;
}

/**
 * Reads the sentences of a story's articles in one language: the reader's if an article is in it, else that of most
 * voices. The order of the articles doesn't matter.
 */
export function readStorySentences(
  articles: readonly TimelineArticle[],
  { lang, voiceOf = (id) => id }: Pick<TimelineOptions, 'lang' | 'voiceOf'>,
): StorySentences {
  const members = articles.map(({ id, reading }) => ({ id, lang: reading.lang }));
  const told = chooseStoryLanguage(members, lang, voiceOf);
  const inLanguage = articles.filter(({ reading }) => languageOf(reading) === told);
  const counted = countTerms(inLanguage, voiceOf);
  const rarity = measureRarity(counted.articles);
  const middle = new Float64Array(rarity.length);
  const weighed = counted.articles.map((article) => {
    const vectors = article.counts.map((counts) => weigh(counts, rarity));
    for (const vector of vectors) addVector(middle, vector, 1 / vectors.length);
    return { ...article, vectors };
  });
  normalize(middle);
  return {
    articles: weighed.map((article) => readSentences(article, article.vectors, middle)),
    termLimit: rarity.length,
    termVoices: counted.termVoices,
    voiceCount: counted.voiceCount,
  };
}

/** An article with the terms of each of its sentences. */
interface CountedArticle extends Omit<ReadArticle, 'sentences'> {
  /** The numbers of all its words. */
  readonly numbers: Int32Array;
  readonly counts: readonly ReadonlyMap<number, number>[];
}

function countTerms(
  articles: readonly TimelineArticle[],
  voiceOf: (articleId: string) => string | number,
): Pick<StorySentences, 'termVoices' | 'voiceCount'> & { articles: CountedArticle[] } {
  const storyWords = new StoryWords();
  const termVoices = new VoiceCounts();
  const voices = new Set<string | number>();
  const counted = articles.toSorted(compareTimes).map((article) => {
    const numbers = storyWords.numberWords(article.reading);
    const isCopy = voices.has(voiceOf(article.id));
    if (!isCopy) {
      const voice = voices.add(voiceOf(article.id)).size;
      for (const word of numbers) if (word > 0) termVoices.add(word, voice);
    }
    const counts = article.reading.sentences.map(({ firstWord, endWord }) => {
      const count = new Map<number, number>();
      for (const word of numbers.subarray(firstWord, endWord)) {
        if (word > 0) count.set(word, (count.get(word) ?? 0) + 1);
      }
      return count;
    });
    return { ...article, day: dayOf(article.publishedAt), isCopy, numbers, counts };
  });
  return { articles: counted, termVoices: termVoices.all, voiceCount: voices.size };
}

/** The earliest first; those without a date come last. */
function compareTimes(a: TimelineArticle, b: TimelineArticle): number {
  const [atA, atB] = [a, b].map(({ publishedAt }) => Date.parse(publishedAt ?? '') || Infinity);
  return atA === atB ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : atA! < atB! ? -1 : 1;
}

/** By number of a term, ln((1 + N) / (1 + n)) + 1 for a term in n of the story's N sentences. */
function measureRarity(articles: readonly CountedArticle[]): Float64Array {
  const frequencies: number[] = [];
  let total = 0;
  for (const { counts } of articles) {
    total += counts.length;
    for (const count of counts) {
      for (const term of count.keys()) frequencies[term] = (frequencies[term] ?? 0) + 1;
    }
  }
  return Float64Array.from(frequencies, (count = 0) => Math.log((1 + total) / (1 + count)) + 1);
}

function weigh(counts: ReadonlyMap<number, number>, rarity: Float64Array): TermVector {
  const terms = Int32Array.from(counts.keys()).toSorted();
  const weights = Float64Array.from(terms, (term) => counts.get(term)! * rarity[term]!);
  return { terms, weights: normalize(weights) };
}

function readSentences(
  article: CountedArticle,
  vectors: readonly TermVector[],
  middle: Float64Array,
): ReadArticle {
  const sentences: StorySentence[] = [];
  const read: ReadArticle = { ...article, sentences };
  for (const [position, sentence] of article.reading.sentences.entries()) {
    const vector = vectors[position]!;
    const named = findNamedDays(sentence.text, article.day, article.reading.lang);
    const told = named.flatMap(({ day, isMeasured }) => (isMeasured ? [] : [day]));
    const days = [...new Set(named.map(({ day }) => day))];
    sentences.push({
      ...vector,
      article: read,
      sentence,
      words: article.numbers.subarray(sentence.firstWord, sentence.endWord),
      position,
      days,
      measuredFrom: days.filter((day) => !told.includes(day)),
      nearness: cosineWith(middle, vector),
    });
  }
  return read;
}

/** The articles by the day of their publication, in order. Those without a date are left out. */
export function groupByDay(articles: readonly ReadArticle[]): [number, ReadArticle[]][] {
  const days = new Map<number, ReadArticle[]>();
  for (const article of articles) {
    if (article.day === undefined) continue;
    const others = days.get(article.day);
    if (others) others.push(article);
    else days.set(article.day, [article]);
  }
  return [...days].toSorted(([a], [b]) => a - b);
}

/** Shows a sentence word for word. */
export function showSentence({ article, sentence }: StorySentence): BriefSentence {
  const { text, start, end } = sentence;
  return { articleId: article.id, text, start, end };
}
