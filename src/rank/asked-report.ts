import { primaryLanguage } from '../text/languages.ts';
import type { Article } from '../article/article.ts';
import type { Corpus } from './corpus.ts';
import { isCaption } from './furniture.ts';
import { matchSentence } from './match-sentence.ts';
import type { Query } from './query.ts';
import { readQueryWords, type QueryWords } from './query-words.ts';
import { readReport, type Report } from './report.ts';

/** A report with its sentences measured against what is asked; all 0 where no query asks for a word. */
type AskedReport = Report & { readonly asked: Float64Array };

/** What answers are worth. */
const ANSWER = {
  /** A sentence with any word asked for has this much at least, so that it comes before all that have none. */
  any: 0.5,
  /** A caption has at most this much: less than any sentence of the report that answers. */
  caption: 0.49,
} as const;

/** Reads an article for readers who ask; of several queries each sentence answers the one that it fits best. */
export function readAskedReport(
  article: Pick<Article, 'title' | 'text' | 'lang'>,
  corpus: Corpus,
  queries: readonly Query[],
): AskedReport {
  const lang = primaryLanguage(article.lang);
  const report = readReport(article, lang, corpus);
  const wanted = queries
    .map((query) => readQueryWords(query, lang, corpus))
    .filter(({ weight }) => weight > 0);
  const asked = new Float64Array(report.sentences.length);
  if (wanted.length === 0) return { ...report, asked };
  report.sentences.forEach(({ text }, i) => (asked[i] = scoreAnswer(text, wanted)));
  return { ...report, asked };
}

function scoreAnswer(sentence: string, wanted: readonly QueryWords[]): number {
  const share = Math.max(...wanted.map((words) => matchSentence(sentence, words).share));
  if (share === 0) return 0;
  return isCaption(sentence) ? ANSWER.caption * share : ANSWER.any + (1 - ANSWER.any) * share;
}
