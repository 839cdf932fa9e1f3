import type { Corpus } from '../../src/index/corpus/corpus.ts';
import type { Query } from '../../src/index/query/query.ts';
import { keepChoice } from '../../src/summary/kept-choices.ts';
import { quoteAnswer } from '../../src/summary/quote-answer.ts';
import type { Reading } from '../../src/summary/reading/reading.ts';
import { summarizeReading } from '../../src/summary/summarize-reading.ts';
import { weighReading } from '../../src/summary/weigh-reading.ts';

/**
 * An article's most telling sentences for a list, those that answer the query first. If the article is
 * too short to summarize: those that answer, else its first ones.
 */
export function selectLeadSentences(
  reading: Reading,
  corpus: Corpus,
  count: number,
  query?: Query,
): readonly string[] {
  return keepChoice(reading, corpus, ['lead', count, query], () =>
    chooseLeadSentences(reading, corpus, count, query),
  );
}

function chooseLeadSentences(
  reading: Reading,
  corpus: Corpus,
  count: number,
  query: Query | undefined,
): string[] {
  const weighted = weighReading(reading, corpus, query && [query]);
  const result = summarizeReading(weighted, { sentences: count });
  const chosen = result.kind === 'summary' ? result.summary.sentences : [];
  const answers = chosen.some(({ features }) => features['query']! > 0);
  const answer = answers ? [] : quoteAnswer(weighted);
  if (answer.length > 0) return answer.map(({ text }) => text);
  const sentences = chosen.length > 0 ? chosen : listSentences(reading).slice(0, count);
  return sentences.map(({ text }) => text);
}

/** The sentences of the report; if the article is nothing but headings and bylines, those. */
function listSentences({ sentences, boilerplate }: Reading): Reading['boilerplate'] {
  return sentences.length > 0 ? sentences : boilerplate;
}
