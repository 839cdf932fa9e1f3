import type { Corpus } from '../../src/index/corpus/corpus.ts';
import type { Query } from '../../src/index/query/query.ts';
import { findGist } from '../../src/summary/gist.ts';
import { keepChoice } from '../../src/summary/kept-choices.ts';
import {
  createMatcher,
  sumShares,
  type MatchSpan,
  type SentenceMatch,
} from '../../src/summary/match-sentence.ts';
import { readQueryWords, type QueryWords } from '../../src/summary/query-words.ts';
import { quoteAnswer } from '../../src/summary/quote-answer.ts';
import { cutOpening } from '../../src/summary/reading/cut-opening.ts';
import type { Line, Reading } from '../../src/summary/reading/reading.ts';
import { weighReading } from '../../src/summary/weigh-reading.ts';
import { findDateline } from '../../src/text/dateline/dateline.ts';
import { selectLeadSentences } from '../shared/lead-sentences.ts';

/** A sentence of an article that a search found. */
export interface FoundSentence {
  readonly text: string;
  /** The parts of it that the query asks for. */
  readonly spans: readonly MatchSpan[];
}

/**
 * The sentence that shows why an article was found. If only boilerplate such as a byline has the
 * words, that line; if only the title has them, the article's gist. If the query has no words, but
 * asks for a publisher or a day, the article's most telling sentence.
 */
export function selectFoundSentences(
  reading: Reading,
  corpus: Corpus,
  query: Query,
): readonly FoundSentence[] {
  return keepChoice(reading, corpus, ['found', query], () =>
    chooseFoundSentences(reading, corpus, query),
  );
}

function chooseFoundSentences(reading: Reading, corpus: Corpus, query: Query): FoundSentence[] {
  const words = readQueryWords(query, reading.lang, corpus);
  if (words.shares.length === 0) {
    return selectLeadSentences(reading, corpus, 1).map((text) => ({ text, spans: [] }));
  }
  const match = createMatcher(reading, words);
  const weighted = weighReading(reading, corpus, [query]);
  const answer = quoteAnswer(weighted);
  const found: readonly (Line | undefined)[] =
    answer.length > 0 ? answer : [findLine(reading, words, match) ?? findGist(weighted)];
  return found
    .filter((line) => line !== undefined)
    .map((line) => ({ text: line.text, spans: match(line).spans }));
}

/** The line of boilerplate that has most of the query; the first of several. */
function findLine(
  { boilerplate, printed }: Reading,
  words: QueryWords,
  match: (line: Line) => SentenceMatch,
): Line | undefined {
  let [best, bestShare]: [Line | undefined, number] = [undefined, 0];
  for (const whole of boilerplate) {
    // The byline of the result shows the place already.
    const line = cutOpening(whole, findDateline(whole.text)?.length ?? 0, printed.text.starts);
    const share = sumShares(match(line).found, words);
    if (share > bestShare) [best, bestShare] = [line, share];
  }
  return best;
}
