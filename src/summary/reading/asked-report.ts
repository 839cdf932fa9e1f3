import type { Article } from '../../article/article.ts';
import { primaryLanguage } from '../../text/language-tags.ts';
import type { Asked } from '../model/answers.ts';
import type { Corpus } from '../../index/corpus/corpus.ts';
import { isCaption } from './furniture.ts';
import { matchSentence, sumShares } from '../match-sentence.ts';
import type { Query } from '../../index/query/query.ts';
import { readQueryWords, type QueryWords } from '../query-words.ts';
import { readReport, type Report, type ReportSentence } from './report.ts';

/** What answers are worth. */
const ANSWER = {
  /** A sentence with any word asked for has this much at least, so that it comes before all that have none. */
  any: 0.5,
  /** A caption has at most this much: less than any sentence of the report that answers. */
  caption: 0.49,
} as const;

/**
 * Reads an article for readers who ask. Of several queries it answers the one that it has most of;
 * where none asks for a word that it has, it is read as for anyone.
 */
export function readAskedReport(
  article: Pick<Article, 'title' | 'text' | 'lang'>,
  corpus: Corpus,
  queries: readonly Query[],
): Report {
  const lang = primaryLanguage(article.lang);
  const report = readReport(article, lang, corpus);
  let [asked, most]: [Asked | undefined, number] = [undefined, 0];
  for (const query of queries) {
    const measured = measureAnswers(report.sentences, readQueryWords(query, lang, corpus));
    const share = sumShares(new Set(measured.found.flat()), measured);
    if (share > most) [asked, most] = [measured, share];
  }
  return asked ? { ...report, asked } : report;
}

function measureAnswers(sentences: readonly ReportSentence[], wanted: QueryWords): Asked {
  const found = sentences.map(({ text }) => matchSentence(text, wanted).found);
  const scores = Float64Array.from(found, (numbers, i) =>
    scoreAnswer(sumShares(numbers, wanted), sentences[i]!.text),
  );
  return { scores, found, shares: wanted.shares };
}

function scoreAnswer(share: number, sentence: string): number {
  if (share === 0) return 0;
  return isCaption(sentence) ? ANSWER.caption * share : ANSWER.any + (1 - ANSWER.any) * share;
}
