import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { scoreSummary } from '../../bench/support/score-summary.ts';
import type { Article } from '../../src/article/article.ts';
import { buildCorpus } from '../../src/index/corpus/corpus.ts';
import { buildReading } from '../../src/summary/reading/build-reading.ts';
import { summarizeReading } from '../../src/summary/summarize-reading.ts';
import { weighReading } from '../../src/summary/weigh-reading.ts';
import { readArticles } from '../../src/ingest/files/read-articles.ts';

/** Title of a sample article → what a summary should say, a sentence a line, written for this test. */
const REFERENCES = JSON.parse(
  readFileSync(join(import.meta.dirname, 'summary-references.json'), 'utf8'),
) as Record<string, string>;

/** Mean ROUGE-1 and ROUGE-2 F1 when this was written, and how far a change may take them down. */
const [ROUGE1, ROUGE2, MARGIN] = [53.9, 34.7, 1.5];

describe('summaries of the sample articles', () => {
  const articles: Article[] = [];
  beforeAll(async () => {
    const folder = join(import.meta.dirname, '../../data/samples');
    for await (const item of readArticles([folder])) {
      if (item.kind === 'article' && Object.hasOwn(REFERENCES, item.article.title)) {
        articles.push(item.article);
      }
    }
  });

  it('say as much of what they should as before', () => {
    expect(articles).toHaveLength(Object.keys(REFERENCES).length);
    const scores = articles.map((article) => {
      const reading = weighReading(buildReading(article), buildCorpus([]));
      const result = summarizeReading(reading, { sentences: 3 });
      if (result.kind !== 'summary') throw new Error(`${article.title}: ${result.kind}`);
      return scoreSummary(REFERENCES[article.title]!, result.summary.sentences);
    });
    const mean = (name: 'rouge1' | 'rouge2'): number =>
      scores.reduce((sum, score) => sum + score[name], 0) / scores.length;
    expect(mean('rouge1')).toBeGreaterThan(ROUGE1 - MARGIN);
    expect(mean('rouge2')).toBeGreaterThan(ROUGE2 - MARGIN);
  });
});
