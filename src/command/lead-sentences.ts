import type { Article } from '../article/article.ts';
import type { Corpus } from '../rank/corpus.ts';
import type { Query } from '../rank/query.ts';
import { quoteAnswer } from '../rank/quote-answer.ts';
import { summarize } from '../rank/summarize.ts';
import { splitSentences } from '../text/sentences.ts';

/**
 * An article's most telling sentences for a list; on what a reader asks for, where they ask. Of an
 * article too short to summarize, those that answer, else its first ones.
 */
export function selectLeadSentences(
  article: Pick<Article, 'title' | 'text' | 'lang'>,
  corpus: Corpus,
  count: number,
  query?: Query,
): string[] {
  const queries = query ? [query] : [];
  const result = summarize(article, corpus, { sentences: count }, queries);
  const chosen = result.kind === 'summary' ? result.summary.sentences : [];
  const answers = chosen.some(({ features }) => features['query']! > 0);
  const answer = answers ? [] : quoteAnswer(article, corpus, queries);
  if (answer.length > 0) return answer.map(({ text }) => text);
  const sentences =
    result.kind === 'summary' ? chosen : splitSentences(article.text, article.lang).slice(0, count);
  return sentences.map(({ text }) => text);
}
