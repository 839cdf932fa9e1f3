import type { Article } from '../../src/article/article.ts';

const SYLLABLES = 'ba ce di fo gu ha ki lo mu na pe qui ra so ti vo we xa yo zu'.split(' ');
const FUNCTION_WORDS =
  'the of and to in a is that for it on with as was by at from he his this'.split(' ');
const VOCABULARY_SIZE = 200_000;
const SOURCE_COUNT = 40;
const FIRST_DAY_MS = Date.UTC(2024, 0, 1);

/**
 * Generates articles with the statistics that cost time and memory: 3.5 kB each, function words and 200,000
 * other words whose frequencies follow Zipf's law, four articles in a row about one event.
 */
export function* buildNews(count: number, characters = 3500): Generator<Article> {
  const random = createRandom(20_240_614);
  const zipf = (): number => Math.floor(VOCABULARY_SIZE ** random()) - 1;
  let eventWords: number[] = [];
  for (let i = 0; i < count; i++) {
    if (i % 4 === 0)
      eventWords = Array.from({ length: 30 }, () => 2000 + Math.floor(random() * 50_000));
    const nextWord = (): string => {
      const kind = random();
      if (kind < 0.4) return FUNCTION_WORDS[Math.floor(kind * 50)]!;
      return spell(kind < 0.5 ? eventWords[Math.floor(random() * 30)]! : zipf());
    };
    const title = capitalize(Array.from({ length: 8 }, nextWord).join(' '));
    const sentences: string[] = [];
    for (let length = 0; length < characters; length += sentences.at(-1)!.length + 1) {
      const words = Array.from({ length: 12 + Math.floor(random() * 16) }, nextWord);
      sentences.push(`${capitalize(words.join(' '))}.`);
    }
    yield {
      id: `bench-${String(i).padStart(6, '0')}`,
      title,
      text: sentences.join(' '),
      url: `https://news.example/${i}`,
      publishedAt: new Date(FIRST_DAY_MS + i * 300_000).toISOString(),
      dateBasis: 'header',
      captions: [],
      subheads: [],
      lang: 'en',
      source: `Source ${i % SOURCE_COUNT}`,
    };
  }
}

/** A generator of numbers from 0 to 1 that depends on the seed alone (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The word of a rank: frequent words are short, and every ninth is written like a name. */
function spell(index: number): string {
  let word = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    word += SYLLABLES[rest % SYLLABLES.length];
  }
  return index % 9 === 8 ? capitalize(word) : word;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
