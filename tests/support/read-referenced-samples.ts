import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/article/article.ts';
import { readSamples } from './read-samples.ts';

/** Reference summaries by the title of a sample article, one sentence a line. They were written for these tests. */
const REFERENCES = JSON.parse(
  readFileSync(join(import.meta.dirname, '../summary/summary-references.json'), 'utf8'),
) as Record<string, string>;

/** The sample articles that have a reference summary, with that summary. */
export async function readReferencedSamples(): Promise<{ article: Article; reference: string }[]> {
  const samples = (await readSamples()).flatMap((article) => {
    const reference = REFERENCES[article.title];
    return reference === undefined ? [] : [{ article, reference }];
  });
  const expected = Object.keys(REFERENCES).length;
  if (samples.length !== expected) {
    throw new Error(`${expected} samples have references, but ${samples.length} were read.`);
  }
  return samples;
}
