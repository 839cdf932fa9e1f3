import { ANSWERS_SHOWN, findAnswers, type AnswerSources } from '../../commands/ask/find-answers.ts';
import { selectFoundSentences } from '../../commands/search/found-sentences.ts';
import { ArticleIndex } from '../../src/index/article-index.ts';
import { compileNarrowing } from '../../src/index/narrowing/compile-narrowing.ts';
import { parseQuery } from '../../src/index/query/parse-query.ts';
import { parseQuestion } from '../../src/story/facts/answers/parse-question.ts';
import { buildReading } from '../../src/summary/reading/build-reading.ts';
import type { StoredArticle } from '../../src/store/article-store.ts';
import type { AskedQuestion, AskSet } from './ask-sets.ts';

const NOW = new Date('2025-02-01T00:00:00Z');

/** What came of a question. */
export type AskOutcome = 'right' | 'wrong' | 'silent' | 'rightly silent' | 'wrongly told';

/** A question with what was answered, the best answer first. */
export interface AskedOutcome extends AskedQuestion {
  readonly told: readonly string[];
  readonly outcome: AskOutcome;
}

/** Answers questions from a set of articles. */
export type Answerer = (question: string) => Promise<string[]>;

/** Opens the articles of a set. */
export function openAskSet({ articles }: Pick<AskSet, 'articles'>): AnswerSources & {
  readonly index: ArticleIndex;
} {
  const index = new ArticleIndex();
  const byId = new Map<string, StoredArticle>();
  for (const article of articles) {
    const seen = article.publishedAt ?? NOW.toISOString();
    byId.set(article.id, { ...article, firstSeenAt: seen, updatedAt: seen });
    index.put(article);
  }
  return {
    index,
    articles: { getMany: async (ids) => ids.map((id) => byId.get(id)) },
    readingOf: buildReading,
  };
}

/** `/ask`. */
export function createAsk(sources: AnswerSources): Answerer {
  return async (typed) => {
    const query = parseQuery(typed, NOW);
    const question = parseQuestion(query, 'en');
    const { answers } = await findAnswers(question, query, ANSWERS_SHOWN, sources);
    return answers.map(({ text }) => text);
  };
}

/** The best hit of `/search`, and the sentence that it shows: always an answer. */
export function createSearch({
  index,
  articles,
  readingOf,
}: ReturnType<typeof openAskSet>): Answerer {
  return async (question) => {
    const query = parseQuery(question, NOW);
    const { hits } = index.search(compileNarrowing(query), { limit: 1 });
    const [article] = await articles.getMany(hits.map(({ id }) => id));
    if (!article) return [];
    const found = selectFoundSentences(readingOf(article), index.corpus, query);
    return [found.map(({ text }) => text).join(' ')];
  };
}

/** Asks questions, and judges the best answer of each. */
export async function measureAsk(
  questions: readonly AskedQuestion[],
  answer: Answerer,
): Promise<AskedOutcome[]> {
  const outcomes: AskedOutcome[] = [];
  for (const asked of questions) {
    const told = (await answer(asked.question)).map(plain);
    outcomes.push({ ...asked, told, outcome: judge(asked, told[0]) });
  }
  return outcomes;
}

function judge({ answers }: AskedQuestion, best: string | undefined): AskOutcome {
  if (answers.length === 0) return best === undefined ? 'rightly silent' : 'wrongly told';
  if (best === undefined) return 'silent';
  return isRight(answers, best) ? 'right' : 'wrong';
}

/** Whether a text has what is expected. */
export function isRight(answers: readonly string[], text: string): boolean {
  return answers.some((part) => plain(text).includes(plain(part)));
}

function plain(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').replaceAll('’', "'");
}
