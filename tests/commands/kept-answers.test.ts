import { describe, expect, it } from 'vitest';
import { latest } from '../../commands/latest.ts';
import { search } from '../../commands/search/search-command.ts';
import { summarize } from '../../commands/summarize/summarize-command.ts';
import type { SlashCommand } from '../../src/command/command.ts';
import { createDigestCache } from '../../src/digest/digest-cache.ts';
import { ArticleIndex } from '../../src/index/article-index.ts';
import { createReadingCache } from '../../src/summary/reading/reading-cache.ts';
import { buildContext, buildServices } from '../support/build-services.ts';
import { readSamples } from '../support/read-samples.ts';
import { runCommand } from '../support/run-command.ts';

const ASKED: readonly (readonly [SlashCommand, Record<string, string | number>])[] = [
  [latest, { count: 5 }],
  [latest, { count: 5, topic: 'government' }],
  [search, { query: 'government' }],
  [search, { query: '"in the" -flood' }],
  [search, { query: 'source:Deutsche' }],
  [summarize, { article: 'the' }],
];

/** Articles in a store, with an index of some of them, as while they are imported. */
async function openServices(articles: Awaited<ReturnType<typeof readSamples>>) {
  const index = new ArticleIndex();
  const readingOf = createReadingCache(1_000_000);
  const cache = createDigestCache(index, { version: 1 });
  const services = await buildServices(articles, { index, readingOf, cache });
  const ask = async (): Promise<string[]> => {
    const answers: string[] = [];
    for (const [command, options] of ASKED) {
      // A refusal is an answer too.
      const answer = await runCommand(command, buildContext(services), options).catch(String);
      answers.push(JSON.stringify(answer));
    }
    return answers;
  };
  return { index, ask };
}

describe('an answer that was given before', () => {
  it('is byte for byte what a bot says that was never asked, before and after more articles', async () => {
    const samples = await readSamples();
    const asked = await openServices(samples);
    for (const count of [20, 40, samples.length]) {
      for (const article of samples.slice(0, count)) asked.index.put(article);
      const fresh = await openServices(samples);
      for (const article of samples.slice(0, count)) fresh.index.put(article);
      const expected = await fresh.ask();
      expect(await asked.ask()).toEqual(expected);
      expect(await asked.ask()).toEqual(expected);
    }
  });
});
