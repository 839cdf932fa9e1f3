import type { Corpus } from '../../index/corpus/corpus.ts';
import type { Query } from '../../index/query/query.ts';
import { briefStory } from '../../story/brief/brief-story.ts';
import type { BriefOptions, BriefSentence } from '../../story/brief/brief.ts';
import { explainBrief, type ExplainedSentence } from '../../story/brief/explain-brief.ts';
import { createVoiceOf, type Story } from '../../story/story.ts';
import { summarizeReading } from '../../summary/summarize-reading.ts';
import { weighReading } from '../../summary/weigh-reading.ts';
import type { OmissionReason } from '../digest.ts';
import type { Told } from '../told.ts';
import type { ReadArticle, TellingParts } from './telling-parts.ts';

/** The length of a story in a digest: of a brief of several articles, and of a summary of a single one. */
const TELLING = { sentences: 3, words: 90, singleSentences: 2 } as const;

/** The sentences that tell a story, and what chose them: a brief of several articles, or a summary of one. */
export interface TellingChoice {
  readonly by: 'brief' | 'summary';
  readonly sentences: readonly BriefSentence[];
}

/**
 * Chooses the sentences of a story's only article as a summary does, and those of several as a brief. If no
 * sentence of the brief is about the channel's topics, or there is no brief, one article tells the story.
 */
export function chooseSentences(
  story: Story,
  articles: readonly ReadArticle[],
  told: Told,
  parts: TellingParts,
): TellingChoice | OmissionReason {
  const { index, queries } = parts;
  const [only] = articles;
  if (only && articles.length === 1) return summarize(only, index.corpus, queries);
  const sentences = briefStory(articles, planBrief(story, told, parts));
  const brief = { by: 'brief', sentences } as const;
  // Of an update, only the brief knows what is new.
  if (articles.some(({ role }) => role === 'context')) {
    return sentences.length > 0 ? brief : 'already-told';
  }
  if (sentences.some((sentence) => isAnswer(sentence, articles))) return brief;
  const answering = articles.findLast(({ answers }) => answers);
  if (!answering && sentences.length > 0) return brief;
  // A brief takes no long sentences, for example.
  const teller = answering ?? articles.findLast(({ role }) => role === 'current') ?? only;
  const summary = teller ? summarize(teller, index.corpus, queries) : 'too-short';
  return typeof summary === 'string' && sentences.length > 0 ? brief : summary;
}

/** Chooses sentences as `chooseSentences` does, and says why each was chosen. Empty if there is nothing to tell. */
export function explainSentences(
  story: Story,
  articles: readonly ReadArticle[],
  told: Told,
  parts: TellingParts,
): readonly ExplainedSentence[] {
  const choice = chooseSentences(story, articles, told, parts);
  if (typeof choice === 'string') return [];
  if (choice.by === 'brief') return explainBrief(articles, planBrief(story, told, parts));
  return choice.sentences.map((sentence) => {
    const article = articles.find(({ id }) => id === sentence.articleId);
    const isOpening = article?.reading.sentences[0]?.start === sentence.start;
    return { ...sentence, isOpening, isAnswer: isAnswer(sentence, articles), covers: [] };
  });
}

function planBrief(story: Story, told: Told, { lang }: TellingParts): BriefOptions {
  return {
    sentences: TELLING.sentences,
    words: TELLING.words,
    told: told.sentences,
    voiceOf: createVoiceOf(story.articles),
    ...(lang !== undefined && { lang }),
  };
}

function summarize(
  article: ReadArticle,
  corpus: Corpus,
  queries: readonly Query[],
): TellingChoice | OmissionReason {
  const reading = weighReading(article.reading, corpus, queries);
  const result = summarizeReading(reading, { sentences: TELLING.singleSentences });
  if (result.kind === 'too-short') return 'too-short';
  const sentences = result.summary.sentences.map(({ text, start, end }) => ({
    articleId: article.id,
    text,
    start,
    end,
  }));
  return { by: 'summary', sentences };
}

function isAnswer({ articleId, start }: BriefSentence, articles: readonly ReadArticle[]): boolean {
  const article = articles.find(({ id }) => id === articleId);
  const position = article?.reading.sentences.findIndex((sentence) => sentence.start === start);
  return position !== undefined && (article?.answers?.[position] ?? 0) > 0;
}
