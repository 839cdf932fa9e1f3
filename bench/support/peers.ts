import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Another library that summarizes a text in a number of sentences. */
export interface Peer {
  readonly name: string;
  readonly summarize: (text: string, count: number) => Promise<string[]>;
}

const require = createRequire(join(import.meta.dirname, '../package.json'));

/** The libraries of `bench/package.json`; undefined if they aren't installed. */
export async function loadPeers(): Promise<Peer[] | undefined> {
  try {
    return [loadNodeSummarizer(), await loadLexrankJs(), loadLexrank(), loadTextSummarization()];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

function loadNodeSummarizer(): Peer {
  type Manager = new (
    text: string,
    count: number,
  ) => { getSummaryByFrequency(): { summary: string } };
  const { SummarizerManager } = require('node-summarizer') as { SummarizerManager: Manager };
  return {
    name: 'node-summarizer (frequency)',
    summarize: async (text, count) => {
      const { summary } = new SummarizerManager(text, count).getSummaryByFrequency();
      return [summary];
    },
  };
}

interface Ranked {
  readonly text: string;
  readonly weight: number;
  readonly index: number;
}

async function loadLexrankJs(): Promise<Peer> {
  const url = pathToFileURL(require.resolve('lexrank.js')).href;
  const { default: rank } = (await import(url)) as { default: (text: string) => Ranked[][] };
  return {
    name: 'lexrank.js',
    summarize: async (text, count) =>
      rank(text)
        .flat()
        .toSorted((a, b) => b.weight - a.weight)
        .slice(0, count)
        .toSorted((a, b) => a.index - b.index)
        .map((sentence) => sentence.text),
  };
}

function loadLexrank(): Peer {
  type Answer = (error: unknown, top: readonly Ranked[]) => void;
  const lexrank = require('lexrank') as {
    summarize(text: string, count: number, answer: Answer): void;
  };
  return {
    name: 'lexrank 1.0.5',
    summarize: (text, count) =>
      new Promise((resolve, reject) =>
        lexrank.summarize(text, count, (error, top) =>
          error ? reject(error) : resolve(top.map((sentence) => sentence.text)),
        ),
      ),
  };
}

function loadTextSummarization(): Peer {
  type Summarize = (options: object) => Promise<{ extractive: string[] }>;
  const summarize = require('text-summarization') as Summarize;
  return {
    name: 'text-summarization',
    summarize: async (text, count) => (await summarize({ text, numSentences: count })).extractive,
  };
}
