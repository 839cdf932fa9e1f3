import type { Reading } from '../../summary/reading/reading.ts';

/**
 * A `current` report says how things are. An older one, the `background`, may add something, but never
 * opens the brief and gives no figures, which may have changed. Of `context`, which the reader was told
 * before, nothing is chosen.
 */
export type BriefRole = 'current' | 'background' | 'context';

/** An article of a story, as a brief sees it. */
export interface BriefArticle {
  readonly id: string;
  readonly title: string;
  readonly reading: Reading;
  /** ISO 8601. */
  readonly publishedAt?: string;
  /** By sentence, how well it answers what the reader wants to know: 0 to 1. Absent if nothing was asked. */
  readonly answers?: Float64Array;
  /** What it is to the brief. Default: `current`. */
  readonly role?: BriefRole;
}

/** One sentence of a brief, word for word: the article's `text.slice(start, end) === text`. */
export interface BriefSentence {
  readonly articleId: string;
  readonly text: string;
  /** UTF-16 offsets into the article's text. */
  readonly start: number;
  readonly end: number;
}

/** How long a brief may be, and what is known of its articles. */
export interface BriefOptions {
  /** The most words, as `countPrintedWords` counts them. Default: `BRIEF_LIMITS.words`. */
  readonly words?: number;
  /** The most sentences. Default: as many as the words allow. */
  readonly sentences?: number;
  /** The reader's language. Default: the one that most voices of the story have. */
  readonly lang?: string;
  /** Articles with the same voice are copies and count once. Default: each article is its own voice. */
  readonly voiceOf?: (articleId: string) => string | number;
  /** The texts of sentences that the reader has read. They are as if chosen before. */
  readonly told?: ReadonlySet<string>;
}

/** What may be in a brief. */
export const BRIEF_LIMITS = {
  /** Three or four sentences: what is read at a glance. */
  words: 100,
  /** A sentence with fewer terms says too little alone: "The search goes on." */
  minTerms: 5,
  /** A longer sentence leaves no room for another publisher's. */
  maxSentenceWords: 60,
  /** A sentence with such a share of its terms in one other sentence repeats it. */
  maxSaid: 0.5,
  /** So many first sentences, which are all that a list shows, are told apart more strictly: */
  firstSentences: 3,
  /** by the share that such a sentence may have if terms count as often as voices have them. */
  maxSaidAtFirst: 0.55,
  /** The same if both sentences open their articles, in other languages with a stemmer. */
  maxSaidByOpenings: 0.45,
  /** In English two openings with so many terms in common tell one event: these are who, where and what happened. */
  openingTerms: 5,
  /** Other sets are tried for a brief of at most so many sentences. A longer one has room for most that matters. */
  triedSentences: 6,
  /** A sentence says again what a sentence of a report that was told says if such a share of its terms is there, */
  knownShare: 0.8,
  /** or `maxSaid` of them and all but so many. */
  fewTerms: 2,
  /** A sentence that says such a share of a headline's terms is about it. */
  headlineShare: 1 / 3,
  /** A headline of fewer words may be a label: "Middle East". */
  minHeadlineWords: 4,
  /** An opening sentence with such a share of its words in reports that were told says nothing new if its headline does not. */
  knownOpening: 0.75,
  /** A name that at least so many voices have, and at least half of all, needs no introduction: "France". */
  knownVoices: 3,
} as const;

/** What a sentence is worth. Chosen on MultiLing 2011 in seven languages as development set. */
export const BRIEF_WEIGHTS = {
  /** What a sentence that answers the reader entirely is worth more than one that does not: it always comes first. */
  answer: 50,
  /** A pair of words counts for the number of voices that have it, to this power: what all say is the event. */
  frequency: 2,
  /** In English, also for how probable it is that an editor would keep it, to this power: a voice alone has asides, too. */
  chance: 0.4,
  /** What the opening sentence of an article is worth more than others: reporters put the event there. */
  opening: 5,
  /** The gain is divided by the words to this power: a long sentence also costs those that it keeps out. */
  length: 1.1,
} as const;
