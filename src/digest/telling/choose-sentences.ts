import type { Corpus } from '../../index/corpus/corpus.ts';
import type { Query } from '../../index/query/query.ts';
import { briefStory } from '../../story/brief/brief-story.ts';
import type { BriefSentence } from '../../story/brief/brief.ts';
import { createVoiceOf, type Story } from '../../story/story.ts';
import { summarizeReading } from '../../summary/summarize-reading.ts';
import { weighReading } from '../../summary/weigh-reading.ts';
import type { OmissionReason } from '../digest.ts';
import type { Told } from '../told.ts';
import type { ReadArticle, TellingParts } from './telling-parts.ts';

/** The length of a story in a digest: of a brief of several articles, and of a summary of a single one. */
const TELLING = { sentences: 3, words: 90, singleSentences: 2 } as const;

/**
 * Chooses the sentences of a story's only article as a summary does, and those of several as a brief. If no
 * sentence of the brief is about the channel's topics, or there is no brief, one article tells the story.
 */
export function chooseSentences(
  story: Story,
  articles: readonly ReadArticle[],
  told: Told,
  { index, queries, lang }: TellingParts,
): readonly BriefSentence[] | OmissionReason {
  const [only] = articles;
  if (only && articles.length === 1) return summarize(only, index.corpus, queries);
  const sentences = briefStory(articles, {
    sentences: TELLING.sentences,
    words: TELLING.words,
    told: told.sentences,
    voiceOf: createVoiceOf(story.articles),
    ...(lang !== undefined && { lang }),
  });
  // Of an update, only the brief knows what is new.
  if (articles.some(({ role }) => role === 'context')) {
    return sentences.length > 0 ? sentences : 'already-told';
  }
  if (sentences.some((sentence) => isAnswer(sentence, articles))) return sentences;
  const answering = articles.findLast(({ answers }) => answers);
  if (!answering && sentences.length > 0) return sentences;
  // A brief takes no long sentences, for example.
  const teller = answering ?? articles.findLast(({ role }) => role === 'current') ?? only;
  const summary = teller ? summarize(teller, index.corpus, queries) : 'too-short';
  return typeof summary === 'string' && sentences.length > 0 ? sentences : summary;
}

function summarize(
  article: ReadArticle,
  corpus: Corpus,
  queries: readonly Query[],
): readonly BriefSentence[] | OmissionReason {
  const reading = weighReading(article.reading, corpus, queries);
  const result = summarizeReading(reading, { sentences: TELLING.singleSentences });
  if (result.kind === 'too-short') return 'too-short';
  return result.summary.sentences.map(({ text, start, end }) => ({
    articleId: article.id,
    text,
    start,
    end,
  }));
}

function isAnswer({ articleId, start }: BriefSentence, articles: readonly ReadArticle[]): boolean {
  const article = articles.find(({ id }) => id === articleId);
  const position = article?.reading.sentences.findIndex((sentence) => sentence.start === start);
  return position !== undefined && (article?.answers?.[position] ?? 0) > 0;
}
