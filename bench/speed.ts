import { buildCorpus } from '../src/index/corpus/corpus.ts';
import { buildReading } from '../src/summary/reading/build-reading.ts';
import { summarizeReading } from '../src/summary/summarize-reading.ts';
import { weighReading } from '../src/summary/weigh-reading.ts';
import { buildLongReport, buildReports } from './support/build-reports.ts';
import { growthExponent } from './support/growth-exponent.ts';
import { measureRounds, median, medianRatio, type Contestant } from './support/measure-rounds.ts';
import { loadPeers } from './support/peers.ts';
import { readSummaryRecords } from './support/read-summaries.ts';

/** The average length of a BBC News report, in characters. */
const BBC_LENGTH = 2300;
const ARTICLES = 200;
const SENTENCES = 3;
const LONG_SENTENCES = [625, 1250, 2500, 5000];
/** If a peer takes longer than this for one text, it isn't given a longer one. */
const PATIENCE_MS = 2500;

/**
 * Prints the processor time of a summary in a warm process, compared with other libraries, and how it grows
 * with a text's length.
 */
export async function run(): Promise<void> {
  const corpus = buildCorpus([]);
  const ours: Contestant = {
    name: 'dateline',
    work: (text) => {
      const reading = buildReading({ title: '', text, lang: 'en' });
      return summarizeReading(weighReading(reading, corpus), { sentences: SENTENCES });
    },
  };
  const libraries = await loadPeers();
  if (!libraries) console.log('peers not installed: npm --prefix bench ci');
  const peers = (libraries ?? []).map(({ name, summarize: summarizeByPeer }): Contestant => ({
    name,
    work: (text) => summarizeByPeer(text, SENTENCES),
  }));
  const [fastest = ours] = peers;

  await compare('generated reports', buildReports(ARTICLES, BBC_LENGTH), [ours, ...peers]);
  const real = readSummaryRecords()?.map(({ text }) => cut(text, BBC_LENGTH));
  if (real) await compare('articles of CNN/DailyMail', real, [ours, fastest]);
  await measureGrowth(ours);
  for (const peer of peers) await measureLong(peer);
}

async function compare(
  what: string,
  texts: readonly string[],
  contestants: readonly Contestant[],
): Promise<void> {
  console.log(
    `${texts.length} ${what} of about ${BBC_LENGTH} characters, medians of processor time`,
  );
  const times = await measureRounds(texts, contestants);
  for (const [i, { name }] of contestants.entries()) {
    const ratio = i === 0 ? '' : `, ${medianRatio(times[i]!, times[0]!).toFixed(2)} × ours`;
    console.log(`  ${name.padEnd(30)} ${median(times[i]!).toFixed(3)} ms an article${ratio}`);
  }
}

async function measureGrowth(ours: Contestant): Promise<void> {
  const sizes = LONG_SENTENCES.map((sentences): Contestant => {
    const text = buildLongReport(sentences);
    return { name: `one text of ${sentences} sentences`, work: () => ours.work(text) };
  });
  const times = (await measureRounds([''], sizes)).map(median);
  for (const [i, { name }] of sizes.entries()) console.log(`${name}: ${times[i]!.toFixed(1)} ms`);
  console.log(`growth exponent ${growthExponent(LONG_SENTENCES, times).toFixed(2)}`);
}

/** Prints a peer's time for the longest text, or for the first one that takes longer than `PATIENCE_MS`. */
async function measureLong({ name, work }: Contestant): Promise<void> {
  for (const sentences of LONG_SENTENCES) {
    const text = buildLongReport(sentences);
    const startedAt = process.cpuUsage();
    await work(text);
    const ms = process.cpuUsage(startedAt).user / 1000;
    if (ms < PATIENCE_MS && sentences !== LONG_SENTENCES.at(-1)) continue;
    console.log(`  ${name.padEnd(30)} ${ms.toFixed(0)} ms for ${sentences} sentences`);
    return;
  }
}

/** Cuts a text at the first sentence end after a number of characters. */
function cut(text: string, characters: number): string {
  const end = text.indexOf('. ', characters);
  return end === -1 ? text : text.slice(0, end + 1);
}
