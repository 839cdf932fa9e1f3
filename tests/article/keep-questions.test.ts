import { describe, expect, it } from 'vitest';
import { keepQuestions } from '../../src/article/keep-questions.ts';
import { parseArticles } from './parse-all.ts';

const LEAD = 'Keeper Ada Holm has run the lighthouse of Norrvik since 1994.';
const ANSWERS = [
  'The light. In 1994 I climbed two hundred steps to it every night.',
  'Not in August. I tell my visitors to go to the sea instead.',
  'My daughter studies shells in Grenoble and counts what is left of them.',
];
const QUESTIONS = ['What has changed?', 'Do you still climb up?', 'Will your daughter keep it?'];

const page = (questions: readonly string[], answers: readonly string[] = ANSWERS): string =>
  ['The light goes out', LEAD, ...questions.flatMap((each, i) => [each, answers[i]!])].join('\n\n');

describe('the questions of an interview', () => {
  it('stay in its text, though they are written like sub-heads', async () => {
    const [article] = await parseArticles(page(QUESTIONS));
    expect(article?.subheads).toEqual([]);
    expect(article?.text.split('\n\n')).toEqual([
      LEAD,
      ...QUESTIONS.flatMap((question, i) => [question, ANSWERS[i]]),
    ]);
  });

  it('are sub-heads of a report, which nobody answers', async () => {
    const answers = [
      'The light was changed in 1994 by the harbour authority.',
      'The stairs were closed in August after a storm.',
      'The keeper has two daughters, and none lives in Norrvik.',
    ];
    const [article] = await parseArticles(page(QUESTIONS, answers));
    expect(article?.subheads.map(({ text }) => text)).toEqual(QUESTIONS);
  });

  it('leave other sub-heads where they are', () => {
    const text = 'A lead.\n\nI climb.\n\nThe end of it.\n\nWe go.';
    const at = (part: string): number => text.indexOf(part);
    const kept = keepQuestions({
      text,
      subheads: [
        { text: 'Why up?', start: at('I climb') },
        { text: 'The storm', start: at('The end') },
        { text: 'And then?', start: at('We go') },
      ],
    });
    expect(kept.text).toBe(
      'A lead.\n\nWhy up?\n\nI climb.\n\nThe end of it.\n\nAnd then?\n\nWe go.',
    );
    expect(kept.subheads).toEqual([{ text: 'The storm', start: kept.text.indexOf('The end') }]);
  });

  it.each([
    ['German', 'Was nun, Frau Holm?', 'Ich gehe.'],
    ['French', 'Et demain ?', "J'irai à la mer."],
    ['Spanish', '¿Y ahora?', 'Yo me voy.'],
  ])('stay in %s', (_, question, answer) => {
    const text = `${answer}\n\n${answer}`;
    const subheads = [0, answer.length + 2].map((start) => ({ text: question, start }));
    expect(keepQuestions({ text, subheads }).subheads).toEqual([]);
  });
});
