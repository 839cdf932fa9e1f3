import type { Article } from '../article/article.ts';
import type { Corpus } from '../rank/corpus.ts';
import { summarize } from '../rank/summarize.ts';
import { splitSentences } from '../text/sentences.ts';

/** An article's most telling sentences for a list: of one too short to summarize, its first ones. */
export function selectLeadSentences(
  article: Pick<Article, 'title' | 'text' | 'lang'>,
  corpus: Corpus,
  count: number,
): string[] {
  const result = summarize(article, corpus, { sentences: count });
  const sentences =
    result.kind === 'summary'
      ? result.summary.sentences
      : splitSentences(article.text, article.lang).slice(0, count);
  return sentences.map(({ text }) => text);
}
