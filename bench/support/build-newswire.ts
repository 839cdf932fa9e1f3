import type { Article } from '../../src/article/article.ts';
import { ENGLISH_DOCUMENT_FREQUENCIES } from '../../src/index/corpus/english-df.ts';
import { createRandom } from './build-news.ts';

/**
 * The properties of news on which the cost of an index depends. They match 200 real reports (CNN/DailyMail), and the
 * growth of the vocabulary that Manning et al. measured on RCV1 (44 × words^0.49; Introduction to Information
 * Retrieval, 5.1.1).
 */
const NEWS = {
  characters: 3500,
  /** Shares of running words. The rest are common words, as frequent as in English news. */
  functionShare: 0.5,
  eventShare: 0.19,
  nameShare: 0.045,
  numberShare: 0.015,
  /** Half of all names drawn have this rank or a lower one (Lomax distribution of exponent 1, without an upper end). */
  medianName: 5200,
  /** Articles in a row about one event, and the words that they share. */
  eventArticles: 4,
  eventWords: 80,
  sources: 40,
} as const;

const FIRST_DAY_MS = Date.UTC(2024, 0, 1);
const FUNCTION_WORDS =
  'the to of a and in that for on is was with it as at be by he has from are have his an not will they who said but had their this which more been were its one about would after or there than also when all up out we she i her him what if them can into some so no over other only could its now before most because between against last where those under how such through while'.split(
    ' ',
  );
const SYLLABLES =
  'ba cer di fon gu ha kil lo mur na pe qui ra sor ti vo wen xa yo zu el an or im us'.split(' ');
const SUFFIXES = ['s', 'ed', 'ing', 'er'];

const functionWords = buildTable(FUNCTION_WORDS.map((word, i) => [word, 1 / (i + 2)]));
const commonWords = buildTable(readCommonWords());

/** The words that articles on one event share. */
export type EventWords = readonly string[];

/** Writes made-up news. The same seed always gives the same words. */
export interface NewsWriter {
  readonly random: () => number;
  openEvent(): EventWords;
  writeTitle(event: EventWords): string;
  /** @param characters The least length; by default that of a usual report. */
  writeText(event: EventWords, characters?: number): string;
  writeId(): string;
  chooseSource(): number;
}

export function createNewsWriter(seed: number): NewsWriter {
  const random = createRandom(seed);
  const pick = (table: readonly string[]): string => table[Math.floor(random() * table.length)]!;
  const name = (): string => spellName(Math.floor(NEWS.medianName * (1 / (1 - random()) - 1)));
  const nextWord = (event: EventWords): string => {
    let kind = random();
    if ((kind -= NEWS.functionShare) < 0) return pick(functionWords);
    if ((kind -= NEWS.eventShare) < 0) return event[Math.floor(random() ** 2.5 * event.length)]!;
    if ((kind -= NEWS.nameShare) < 0) return random() < 0.1 ? `${name()}'s` : name();
    if ((kind -= NEWS.numberShare) < 0) return spellNumber(random() ** 3);
    return pick(commonWords);
  };
  const sentence = (event: EventWords): string => {
    const length = 12 + Math.floor(random() * 18);
    const words = Array.from({ length }, () => nextWord(event));
    const comma = Math.floor(random() * words.length);
    words[comma] += ',';
    const text = `${capitalize(words.join(' ')).replace(/,$/, '')}.`;
    return random() < 0.15 ? `"${text}"` : text;
  };
  return {
    random,
    openEvent: () =>
      Array.from({ length: NEWS.eventWords }, () => (random() < 0.35 ? name() : pick(commonWords))),
    writeTitle: (event) => capitalize(Array.from({ length: 10 }, () => nextWord(event)).join(' ')),
    writeText: (event, characters = NEWS.characters) => {
      let text = '';
      for (let at = 0; text.length < characters; at++) {
        text += `${text === '' ? '' : at % 2 === 0 ? '\n\n' : ' '}${sentence(event)}`;
      }
      return text;
    },
    writeId: () =>
      Math.floor(random() * 2 ** 48)
        .toString(16)
        .padStart(12, '0'),
    chooseSource: () => Math.floor(random() ** 2 * NEWS.sources),
  };
}

/** How long articles are, and how many there are a day. */
interface NewswireOptions {
  readonly characters?: number;
  readonly perDay?: number;
}

const DAY_MS = 86_400_000;

/** Generates English news for measuring an index. The same count always gives the same articles. */
export function* buildNewswire(
  count: number,
  { characters, perDay = 288 }: NewswireOptions = {},
): Generator<Article> {
  const writer = createNewsWriter(20_240_616);
  const stepMs = DAY_MS / perDay;
  let event: EventWords = [];
  for (let i = 0; i < count; i++) {
    if (i % NEWS.eventArticles === 0) event = writer.openEvent();
    const title = writer.writeTitle(event);
    const text = writer.writeText(event, characters);
    const id = writer.writeId();
    const source = writer.chooseSource();
    const slug = title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    yield {
      id: `${id}${(i % 2 ** 16).toString(16).padStart(4, '0')}`,
      title,
      text,
      url: `https://www.source${source}.example/world/2024/${slug}`,
      publishedAt: new Date(FIRST_DAY_MS + (i + writer.random() * 40) * stepMs).toISOString(),
      dateBasis: 'header',
      captions: [],
      subheads: [],
      lang: 'en',
      source: `Source ${source}`,
    };
  }
}

/** A table of some 260,000 words, each as often as its weight says, so that one lookup draws a random word. */
function buildTable(weighted: readonly (readonly [word: string, weight: number])[]): string[] {
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  return weighted.flatMap(([word, weight]) =>
    Array.from({ length: Math.ceil((2 ** 18 * weight) / total) }, () => word),
  );
}

/** The stems of English news as words, in two inflections each. */
function readCommonWords(): [string, number][] {
  return ENGLISH_DOCUMENT_FREQUENCIES.split('\n').flatMap((line) => {
    const [count, ...stems] = line.split(' ');
    return stems.flatMap((stem, i): [string, number][] => {
      const weight = Number(count);
      const suffix = SUFFIXES[i % SUFFIXES.length]!;
      return [
        [stem, weight * 0.7],
        [`${stem}${suffix}`, weight * 0.3],
      ];
    });
  });
}

/** The name of a rank; frequent names are short. */
function spellName(rank: number): string {
  let name = '';
  for (let rest = rank + 25; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    name += SYLLABLES[rest % SYLLABLES.length];
  }
  return capitalize(name);
}

function spellNumber(size: number): string {
  const value = Math.floor(size * 3000);
  return value > 2100 ? (value / 100).toFixed(1) : String(value);
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
