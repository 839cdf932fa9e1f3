import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { StreamFigures } from './story-stream/measure-story-stream.ts';

/** STORY_STREAM_ARTICLES=10000 measures a smaller stream. */
const ARTICLES = Number(process.env['STORY_STREAM_ARTICLES'] ?? 100_000);

const TARGETS = { rate: 1000, endRatio: 0.7, bytes: 4000, delayMs: 20 } as const;

/**
 * Prints what it costs to keep the stories of a stream of articles over 30 days up to date, hour by hour. It runs in a
 * process of its own. Times are processor time, garbage collection included.
 */
export async function run(): Promise<void> {
  console.log(`${ARTICLES.toLocaleString('en')} articles over 30 days`);
  const script = join(import.meta.dirname, 'story-stream', 'measure-story-stream.ts');
  const flags = ['--expose-gc', '--max-old-space-size=8192', '--import', 'tsx'];
  const output = execFileSync(process.execPath, [...flags, script, String(ARTICLES)]);
  const figures = JSON.parse(output.toString()) as StreamFigures;
  const { rates, indexRate, bytesAnArticle, delay, turn, idleDelay, day } = figures;
  const [first, last] = [rates[0]!, rates.at(-1)!];
  print('stories', `${figures.stories.toLocaleString('en')}, the largest of ${figures.largest}`);
  print('first tenth', `${first.toFixed(0)} articles/s`, `≥ ${TARGETS.rate}`);
  print(
    '  to indexing the same',
    `${(first / indexRate).toFixed(2)} × (${indexRate.toFixed(0)}/s)`,
  );
  print('last tenth', `${last.toFixed(0)} articles/s`);
  print('  to the first', `${(last / first).toFixed(2)} ×`, `≥ ${TARGETS.endRatio} ×`);
  print(
    'memory an article',
    `${(bytesAnArticle / 1000).toFixed(2)} kB`,
    `≤ ${TARGETS.bytes / 1000}`,
  );
  print('event loop delay', describe(delay), `p99 < ${TARGETS.delayMs} ms`);
  print('  with late articles too', describe(figures.lateDelay));
  print('  where slices only count', describe(idleDelay));
  print('processor time of a turn', describe(turn));
  print('one late article', `${figures.lateOne.toFixed(0)} ms`);
  print('100 late articles', `${figures.lateMany.toFixed(0)} ms`);
  const { oldestDay } = figures;
  print(
    'removing the oldest day',
    `${oldestDay.ms.toFixed(0)} ms (${oldestDay.articles.toLocaleString('en')} articles)`,
  );
  const { stored } = figures;
  print('publishing all stories', `${stored.publishMs.toFixed(0)} ms`);
  print('  in the store', `${stored.charsAnArticle.toFixed(0)} bytes an article`);
  print('  read by a process', `${stored.readMs.toFixed(0)} ms`);
  print('  in its memory', `${stored.bytesAnArticle.toFixed(0)} bytes an article`);
  print('  stories of a day', `${stored.dayMs.toFixed(1)} ms`);
  const again = `${day.first.toFixed(1)} ms, again ${day.again.toFixed(1)} ms`;
  print(`stories of a day`, `${again} (${day.articles.toLocaleString('en')} articles)`);
}

function describe({ p99, max }: StreamFigures['delay']): string {
  return `p99 ${p99.toFixed(1)} ms, max ${max.toFixed(0)} ms`;
}

function print(name: string, value: string, target = ''): void {
  console.log(`${name.padEnd(30)}${value.padEnd(44)}${target && `target ${target}`}`.trimEnd());
}
