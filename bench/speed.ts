import { buildCorpus } from '../src/rank/corpus.ts';
import { summarize } from '../src/rank/summarize.ts';
import { loadPeers } from './support/peers.ts';
import { buildReading } from './support/build-reading.ts';

/** Characters of a BBC News report, on average. */
const BBC_LENGTH = 2300;
const ARTICLES = 200;
const ROUNDS = 5;
const SENTENCES = 3;
const LONG_SENTENCES = [1250, 2500, 5000];

/** Rounds that only warm up: compilers and caches have settled after them. */
const WARM_UP = 3;

/** Prints what a summary costs beside other libraries, in a warm process, and how it grows with a text's length. */
export async function run(): Promise<void> {
  const corpus = buildCorpus([]);
  const ours = (text: string): void => {
    summarize({ title: '', text, lang: 'en' }, corpus, { sentences: SENTENCES });
  };
  const articles = buildReading(ARTICLES, BBC_LENGTH);
  const oursMs = await measure(articles, ours);
  console.log(`${ARTICLES} reports of ${BBC_LENGTH} characters, median of ${ROUNDS} rounds`);
  console.log(`${'dateline'.padEnd(32)} ${oursMs.toFixed(3)} ms an article`);
  const peers = await loadPeers();
  if (!peers) console.log('peers not installed: npm --prefix bench ci');
  for (const { name, summarize: ask } of peers ?? []) {
    const ms = await measure(articles, (text) => ask(text, SENTENCES));
    console.log(`${name.padEnd(32)} ${ms.toFixed(3)} ms, ${(ms / oursMs).toFixed(2)} × ours`);
  }
  const times: number[] = [];
  for (const sentences of LONG_SENTENCES) {
    const [text] = buildReading(1, 0, sentences);
    times.push(await measure([text!], ours));
    console.log(`one text of ${sentences} sentences: ${times.at(-1)!.toFixed(1)} ms`);
  }
  const growth =
    Math.log2(times.at(-1)! / times[0]!) / Math.log2(LONG_SENTENCES.at(-1)! / LONG_SENTENCES[0]!);
  console.log(`growth exponent ${growth.toFixed(2)}`);
}

async function measure(texts: readonly string[], work: (text: string) => unknown): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const startedAt = performance.now();
    for (const text of texts) await work(text);
    if (round >= WARM_UP) rounds.push((performance.now() - startedAt) / texts.length);
  }
  return rounds.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
}
