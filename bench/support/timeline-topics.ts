import type { TimelineArticle } from '../../src/story/facts/timeline/timeline.ts';
import { groupVoices } from '../../src/story/join/group-voices.ts';
import { readStoryText } from '../../src/story/join/story-text.ts';
import { buildReading } from '../../src/summary/reading/build-reading.ts';
import { readEvalRecords } from './read-eval.ts';

/** A topic of T17: the articles of a long story, the publishers' timelines, and annotators' updates. */
export interface TimelineTopic {
  readonly id: string;
  readonly articles: readonly TimelineArticle[];
  readonly voiceOf: (articleId: string) => number;
  /** First and last day. */
  readonly span: readonly [string, string];
  readonly timelines: readonly (readonly DatedText[])[];
  /** By each annotator, what is new on a day. */
  readonly updates: readonly (readonly DatedText[])[];
}

interface DatedText {
  readonly date: string;
  /** A sentence a line. */
  readonly text: string;
}

interface TopicRecord {
  readonly id: string;
  readonly lang: string;
  readonly span: readonly [string, string];
  readonly articles: readonly {
    readonly id: string;
    readonly text: string;
    readonly publishedAt: string;
  }[];
  readonly references: readonly (readonly DatedText[])[];
  readonly publishers: readonly (readonly DatedText[])[];
}

/** Reads the five topics; undefined without the data. */
export function readTimelineTopics(): TimelineTopic[] | undefined {
  const topics: TimelineTopic[] = [];
  for (const name of ['finan', 'h1n1', 'haiti', 'iraq', 'mj']) {
    const records = readEvalRecords(`timelines/${name}.jsonl`) as TopicRecord[] | undefined;
    if (!records) return undefined;
    topics.push(...records.map(readTopic));
  }
  return topics;
}

function readTopic({ id, lang, span, articles, references, publishers }: TopicRecord) {
  const voices = groupVoices(articles.map(({ text }) => readStoryText({ text, lang }).sketch));
  const voiceOf = new Map(articles.map((article, at) => [article.id, voices[at]!]));
  return {
    id,
    span,
    articles: articles.map((article) => ({
      id: article.id,
      title: '',
      publishedAt: article.publishedAt,
      reading: buildReading({ title: '', text: article.text, lang }),
    })),
    voiceOf: (articleId: string) => voiceOf.get(articleId)!,
    timelines: publishers,
    updates: references,
  };
}
