import { describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const ARTICLES = [
  {
    id: 1,
    text: 'The Kalen dam burst on Tuesday and flooded two villages in the valley.',
    publishedAt: '2024-06-11T18:00:00Z',
  },
  {
    id: 2,
    text: 'Police on Thursday arrested the director of the company that runs the Kalen dam.',
    publishedAt: '2024-06-14T08:00:00Z',
  },
];

async function answer(verb: string, ...lines: readonly object[]) {
  const stdin = lines.map((line) => JSON.stringify(line)).join('\n');
  const { out, exitCode } = await runCli([verb, '--jsonl'], { stdin });
  return { answers: out.map((line): unknown => JSON.parse(line)), exitCode };
}

const [FIRST, SECOND] = ARTICLES.map(({ id, text }) => ({
  article: id,
  text,
  start: 0,
  end: text.length,
}));

describe('dateline timeline', () => {
  it('answers a story with its dates, each with a score and sentences', async () => {
    const { answers, exitCode } = await answer('timeline', {
      id: 'dam',
      lang: 'en',
      articles: ARTICLES,
    });
    expect(answers).toEqual([
      {
        id: 'dam',
        timeline: [
          { date: '2024-06-11', score: expect.any(Number) as number, sentences: [FIRST] },
          { date: '2024-06-13', score: expect.any(Number) as number, sentences: [SECOND] },
        ],
      },
    ]);
    expect(exitCode).toBe(0);
  });
});

describe('dateline updates', () => {
  it('answers a story with a line for each day of its articles', async () => {
    const { answers } = await answer('updates', { id: 'dam', lang: 'en', articles: ARTICLES });
    expect(answers).toEqual([
      { id: 'dam', date: '2024-06-11', sentences: [FIRST] },
      { id: 'dam', date: '2024-06-14', sentences: [SECOND] },
    ]);
  });
});

describe.each(['timeline', 'updates'])('dateline %s', (verb) => {
  it.each([
    [{}, '"articles" must be an array of objects'],
    [{ articles: [{ text: 'A.', publishedAt: '2024-06-11' }] }, 'articles[0]: "id" is missing'],
    [{ articles: [{ id: 1, publishedAt: '2024-06-11' }] }, 'articles[0]: "text" must be a string'],
    [{ articles: [{ id: 1, text: 'A.' }] }, 'articles[0]: "publishedAt" must be a date'],
    [{ articles: [ARTICLES[0], ARTICLES[0]] }, '"articles" has two articles with the id 1'],
  ])('says what is wrong with %j and answers the other lines', async (line, error) => {
    const { answers, exitCode } = await answer(verb, line, { id: 'dam', articles: ARTICLES });
    expect(answers[0]).toEqual({ error });
    expect(answers.length).toBeGreaterThan(1);
    expect(exitCode).toBe(1);
  });
});
