import type { Article } from '../../src/article/article.ts';
import { buildArticle } from './build-article.ts';
import { createRandom } from './random.ts';

const HOUR_MS = 3_600_000;
const START = Date.UTC(2026, 2, 1);
const REPORTS_AN_EVENT = 6;
const WORDS_AN_EVENT = 14;
const COPIED_SHARE = 0.2;

/**
 * Reports of made-up events over ten days, about six of each, some with the text of another one. They depend on the
 * numbers alone; `version` gives each another text of the same event.
 */
export function buildReports(count: number, version = 0): Article[] {
  const events = Math.ceil(count / REPORTS_AN_EVENT);
  return Array.from({ length: count }, (_, number) => {
    const random = createRandom(number * 7 + version * 100_003 + 1);
    const event = number % events;
    const isCopy = number >= events && random() < COPIED_SHARE;
    const own = writeText(event, random);
    // Some copies have a sentence of their own at their end.
    const added = random() < 0.5 ? own.slice(own.lastIndexOf('In Place')) : '';
    return buildArticle({
      title: `Report ${number} from Place${event}`,
      text: isCopy ? `${writeText(event, createRandom(event))} ${added}`.trim() : own,
      source: `Paper ${number % 9}`,
      publishedAt: new Date(
        START + Math.floor(createRandom(number)() * 240) * HOUR_MS,
      ).toISOString(),
      url: `https://paper-${number % 9}.example/${number}`,
    });
  });
}

function writeText(event: number, random: () => number): string {
  const sentences = Array.from({ length: 5 }, () => {
    const words = Array.from(
      { length: 9 },
      // Two events each are alike, so that their stories may be one for a while.
      () => {
        const topic = random() < 0.5 ? event : `pair${event >> 1}`;
        return `thing${topic}x${Math.floor(random() * WORDS_AN_EVENT)}`;
      },
    );
    return `In Place${event >> 1} on Thursday Person${event} saw ${words.join(' ')}.`;
  });
  return sentences.join(' ');
}
