import type { ArticleReader } from '../../src/index/article-view.ts';
import { compileNarrowing } from '../../src/index/narrowing/compile-narrowing.ts';
import type { Narrowing } from '../../src/index/narrowing/narrowing.ts';
import { takeTurn } from '../../src/slices.ts';
import type { ArticleStore, StoredArticle } from '../../src/store/article-store.ts';
import { answerFromArticle } from '../../src/story/facts/answers/answer-article.ts';
import type { AskedWord, Question } from '../../src/story/facts/answers/question.ts';
import { selectAnswers, type DatedAnswer } from '../../src/story/facts/answers/select-answers.ts';
import type { ReadingOf } from '../../src/summary/reading/reading-cache.ts';

/** How many articles are read: those with the names of a question, its names and circumstances, on its countries, and with most of its words. */
const MOST_READ = { byNames: 30, byMatter: 20, byCountry: 20, byWords: 20 } as const;

/** Where answers are looked for. */
export interface AnswerSources {
  readonly index: Pick<ArticleReader, 'search' | 'entry' | 'corpus'>;
  readonly articles: Pick<ArticleStore, 'getMany'>;
  readonly readingOf: ReadingOf;
}

/** An answer with its article. */
export interface FoundAnswer extends DatedAnswer {
  readonly article: StoredArticle;
}

/** The answers that are shown at most: more would be a search. */
export const ANSWERS_SHOWN = 4;

/** The best answers to a question. */
export interface FoundAnswers {
  /** Empty if nothing answers it. */
  readonly answers: readonly FoundAnswer[];
  /** The articles that have an answer, shown or not. */
  readonly answeringIds: readonly string[];
}

/** Finds the sentences of stored articles that answer a question best, within a narrowing. */
export async function findAnswers(
  question: Question,
  narrowing: Narrowing,
  count: number,
  { index, articles, readingOf }: AnswerSources,
): Promise<FoundAnswers> {
  const stored = await articles.getMany(await findCandidates(question, narrowing, index));
  const found: FoundAnswer[] = [];
  for (const article of stored) {
    if (!article) continue;
    // Reading an article takes milliseconds; in between, other interactions can be acknowledged.
    await takeTurn();
    const asked = { ...article, reading: readingOf(article) };
    const answer = answerFromArticle(question, asked, index.corpus);
    if (answer) found.push({ ...answer, article, at: index.entry(article.id)?.at ?? 0 });
  }
  return {
    answers: selectAnswers(found, question, count),
    answeringIds: found.map(({ articleId }) => articleId),
  };
}

/** The ids of the articles that may have an answer. */
async function findCandidates(
  { words, phrases }: Question,
  narrowing: Narrowing,
  index: AnswerSources['index'],
): Promise<string[]> {
  const search = async (
    asked: readonly AskedWord[],
    limit: number,
    countries: string[] = [],
  ): Promise<string[]> => {
    if (asked.length + phrases.length + countries.length === 0) return [];
    // A search takes milliseconds too.
    await takeTurn();
    const texts = asked.map(({ text }) => text);
    const filter = compileNarrowing({ ...narrowing, words: texts }, { within: { countries } });
    return index.search(filter, { limit }).hits.map(({ id }) => id);
  };
  // An article may call a country by any of its names.
  const countries = words.flatMap(({ country }) => country ?? []);
  const others = words.filter(({ country }) => country === undefined);
  // An article seldom names the year or month of its own date.
  const names = others.filter(({ role, date }) => role === 'name' && date === undefined);
  // Articles may say it in other words: "died", "killed".
  const unsaid = words.filter(({ role, date }) => role !== 'said' && date === undefined);
  const { byNames, byMatter, byCountry, byWords } = MOST_READ;
  return [
    ...new Set([
      ...(await search(names, byNames)),
      ...(await search(unsaid, byMatter)),
      ...(countries.length > 0
        ? await search(
            unsaid.filter((word) => others.includes(word)),
            byCountry,
            countries,
          )
        : []),
      ...(await search(words, byWords)),
    ]),
  ];
}
