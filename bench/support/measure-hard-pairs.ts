import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { joinArticles, type JoinableArticle } from '../../src/story/join-articles.ts';
import { buildNewswire } from './build-newswire.ts';

/** Two made-up reports that are easily joined though they are on two events, or left apart though they are on one. */
interface HardPair {
  readonly name: string;
  readonly same: boolean;
  /** `day`: days after the first one of all pairs. */
  readonly reports: readonly {
    readonly day: number;
    readonly title: string;
    readonly text: string;
  }[];
}

/** How many pairs are joined or left apart as they must be, and the names of the others. */
export interface HardPairFigures {
  readonly total: number;
  readonly share: number;
  readonly wronglyJoined: readonly string[];
  readonly wronglyApart: readonly string[];
}

const FOLDER = join(import.meta.dirname, '../../tests/story/hard-pairs');
/** Rules may be looked for among the pairs of these files, except those whose names begin with "unseen". */
export const HARD_PAIR_FILES = ['hard-pairs.json', 'further-pairs.json'] as const;
const FIRST_DAY_MS = Date.UTC(2026, 2, 1);
const DAY_MS = 86_400_000;
const BACKGROUND_ARTICLES = 300;

/** Joins all hard pairs of a file at once, among other made-up articles. */
export function measureHardPairs(file: (typeof HARD_PAIR_FILES)[number]): HardPairFigures {
  const pairs = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as HardPair[];
  const reports = pairs.flatMap(({ reports: both }, pair) =>
    both.map(({ day, title, text }, i) => dated({ id: `${pair}-${i}`, title, text }, day)),
  );
  const background = [...buildNewswire(BACKGROUND_ARTICLES)].map(({ id, title, text }, i) =>
    dated({ id, title, text }, i / 10),
  );
  const stories = joinArticles([...reports, ...background]);
  const storyOf = new Map(stories.flatMap((ids, story) => ids.map((id) => [id, story])));
  const wrong = pairs.filter(
    ({ same }, i) => same !== (storyOf.get(`${i}-0`) === storyOf.get(`${i}-1`)),
  );
  return {
    total: pairs.length,
    share: 1 - wrong.length / pairs.length,
    wronglyJoined: wrong.filter(({ same }) => !same).map(({ name }) => name),
    wronglyApart: wrong.filter(({ same }) => same).map(({ name }) => name),
  };
}

function dated(article: JoinableArticle, day: number): JoinableArticle {
  return { ...article, publishedAt: new Date(FIRST_DAY_MS + day * DAY_MS).toISOString() };
}
