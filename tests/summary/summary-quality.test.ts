import { describe, expect, it } from 'vitest';
import { scoreSummary } from '../../bench/support/score-summary.ts';
import { buildCorpus } from '../../src/index/corpus/corpus.ts';
import { buildReading } from '../../src/summary/reading/build-reading.ts';
import { summarizeReading } from '../../src/summary/summarize-reading.ts';
import { weighReading } from '../../src/summary/weigh-reading.ts';
import { readReferencedSamples } from '../support/read-referenced-samples.ts';

/** Mean ROUGE-1 and ROUGE-2 F1 in percent when this was written, and by how much a change may lower them. */
const [ROUGE1, ROUGE2, MARGIN] = [52.1, 32.5, 1];

describe('summaries of the sample articles', () => {
  it('agree with the reference summaries as well as before', async () => {
    const samples = await readReferencedSamples();
    const scores = samples.map(({ article, reference }) => {
      const reading = weighReading(buildReading(article), buildCorpus([]));
      const result = summarizeReading(reading, { sentences: 3 });
      if (result.kind !== 'summary') throw new Error(`${article.title}: ${result.kind}`);
      return scoreSummary(reference, result.summary.sentences);
    });
    const mean = (name: 'rouge1' | 'rouge2'): number =>
      scores.reduce((sum, score) => sum + score[name], 0) / scores.length;
    expect(mean('rouge1')).toBeGreaterThan(ROUGE1 - MARGIN);
    expect(mean('rouge2')).toBeGreaterThan(ROUGE2 - MARGIN);
  });
});
