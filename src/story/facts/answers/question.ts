/** What a sentence has to have so that it can answer: a number, a name, a date. A `statement` needs nothing more. */
export type AnswerKind =
  | 'number'
  | 'money'
  | 'share'
  | 'age'
  | 'length'
  | 'depth'
  | 'height'
  | 'distance'
  | 'speed'
  | 'weight'
  | 'strength'
  | 'name'
  | 'person'
  | 'place'
  | 'date'
  | 'year'
  | 'hour'
  | 'reason'
  | 'speech'
  | 'statement';

/**
 * What a word does in a question. `sought`: it is counted ("how many *arrests*"). `sort`: what sort of thing is asked
 * for ("which *company*"); an answer need not say it. `said`: a sentence has to say it. `name`: a name or a number.
 * `around`: it tells the circumstances, after "in", "during" or "when".
 */
export type WordRole = 'sought' | 'sort' | 'said' | 'name' | 'around';

/** A word that a question asks with. */
export interface AskedWord {
  /** As typed. */
  readonly text: string;
  readonly role: WordRole;
  /** The country that it names, or whose people: "Mexican". */
  readonly country?: string;
  /** A year or a month, as a date of publication has it: "2023-", "-08-". */
  readonly date?: string;
  /** No answer does without it: what somebody did ("who *founded* …"). */
  readonly isKey?: true;
}

/** A question, read without any article. */
export interface Question {
  readonly kind: AnswerKind;
  /** Primary language subtag. */
  readonly lang: string;
  readonly words: readonly AskedWord[];
  /** It asks how many people: a number of anything else doesn't answer. */
  readonly countsPeople: boolean;
  /** Each has to be in the answer word for word. */
  readonly phrases: readonly string[];
}

/** What an answer is judged by. Chosen on one half of the questions that `npm run bench -- ask` prints. */
export const ANSWER_TUNING = {
  /** The share, by rarity, that a sentence must have of what is sought and said. */
  leastSaid: 0.6,
  /** The share of what is sought alone, and of what is said alone. */
  leastOfEach: 0.5,
  /** The share of the circumstances that it, its headline or its lead must have. */
  leastAround: 0.5,
  /** What a word counts that only the headline, the lead or a sentence just before has. */
  nearby: 0.5,
  /** How many sentences before it count as just before. */
  sentencesBefore: 3,
  /** How many first sentences are the lead. */
  leadSentences: 2,
  /** More words between a number and what it counts, and it counts something else. */
  mostBetween: 4,
  /** So many words more, and it counts half as close. */
  halfCloseAt: 12,
  /** So many words before and behind a number of people, one says that they are people. */
  peopleBefore: 12,
  peopleAfter: 4,
  /** The rarity of a word that is a stop word elsewhere: "made". */
  lightRarity: 1.5,
  /** The rarity of a word counts up to this. */
  mostRarity: 7,
} as const;

/** What makes one answer better than another. */
export const ANSWER_WEIGHTS = {
  said: 3,
  names: 1.2,
  around: 0.5,
  /** The number, name or date stands next to what is asked. */
  closeness: 1,
  /** It is understood without the sentence before. */
  alone: 0.2,
  /** It stands early in its report: this for the first sentence, half as much for the fifth. */
  early: 0.6,
  halfEarlyAt: 4,
  /** It tells of another year than that of its report, and the question names none. */
  otherYear: -0.7,
} as const;
