import type { Article } from '../../src/article/article.ts';
import type { Corpus } from '../../src/index/corpus/corpus.ts';
import type { Query } from '../../src/index/query/query.ts';
import { readReport } from '../../src/summary/reading/report.ts';
import { quoteAnswer } from '../../src/summary/quote-answer.ts';
import { summarize } from '../../src/summary/summarize.ts';
import { primaryLanguage } from '../../src/text/language-tags.ts';
import { splitSentences, type Sentence } from '../../src/text/sentences.ts';

/**
 * An article's most telling sentences for a list; on what a reader asks for, where they ask. Of an
 * article too short to summarize, those that answer, else the first ones of its report.
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
  const sentences = chosen.length > 0 ? chosen : listSentences(article, corpus).slice(0, count);
  return sentences.map(({ text }) => text);
}

/** The sentences of an article's report; of one that is nothing but headings and bylines, those. */
function listSentences(
  article: Pick<Article, 'title' | 'text' | 'lang'>,
  corpus: Corpus,
): readonly Sentence[] {
  const { sentences } = readReport(article, primaryLanguage(article.lang), corpus);
  return sentences.length > 0 ? sentences : splitSentences(article.text, article.lang);
}
