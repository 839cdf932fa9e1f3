import type { Article } from '../../src/article/article.ts';
import type { Corpus } from '../../src/index/corpus/corpus.ts';
import { findGist } from '../../src/summary/gist.ts';
import { matchSentence, sumShares, type MatchSpan } from '../../src/summary/match-sentence.ts';
import type { Query } from '../../src/index/query/query.ts';
import { readQueryWords, type QueryWords } from '../../src/summary/query-words.ts';
import { quoteAnswer } from '../../src/summary/quote-answer.ts';
import { findDateline } from '../../src/text/dateline.ts';
import { primaryLanguage } from '../../src/text/language-tags.ts';
import { splitSentences, type Sentence } from '../../src/text/sentences.ts';
import { selectLeadSentences } from '../shared/lead-sentences.ts';

/** A sentence of an article that a search found. */
export interface FoundSentence {
  readonly text: string;
  /** What of it was asked for. */
  readonly spans: readonly MatchSpan[];
}

/**
 * The sentence that shows why an article was found. Where only what is no sentence of its report has
 * the words, such as a byline, that; where they stand in the title only, the article's gist. Where no
 * word was asked for, but a publisher or a day, its most telling sentence.
 */
export function selectFoundSentences(
  article: Pick<Article, 'title' | 'text' | 'lang'>,
  corpus: Corpus,
  query: Query,
): FoundSentence[] {
  const wanted = readQueryWords(query, primaryLanguage(article.lang), corpus);
  if (wanted.shares.length === 0) {
    return selectLeadSentences(article, corpus, 1).map((text) => ({ text, spans: [] }));
  }
  const answer = quoteAnswer(article, corpus, [query]);
  const found =
    answer.length > 0 ? answer : [findLine(article, wanted) ?? findGist(article, corpus)];
  return found
    .filter((sentence) => sentence !== undefined)
    .map(({ text }) => ({ text, spans: matchSentence(text, wanted).spans }));
}

/** The first of all the text's lines and sentences with most of what is asked for. */
function findLine(
  { text, lang }: Pick<Article, 'text' | 'lang'>,
  wanted: QueryWords,
): Sentence | undefined {
  let [best, bestShare]: [Sentence | undefined, number] = [undefined, 0];
  for (const { text: whole, start, end } of splitSentences(text, lang)) {
    // The byline shows the place.
    const cut = findDateline(whole)?.length ?? 0;
    const line = { text: whole.slice(cut), start: start + cut, end };
    const share = sumShares(matchSentence(line.text, wanted).found, wanted);
    if (share > bestShare) [best, bestShare] = [line, share];
  }
  return best;
}
