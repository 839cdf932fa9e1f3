import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../src/index/query/parse-query.ts';
import { parseQuestion } from '../../../../src/story/facts/answers/parse-question.ts';
import {
  selectAnswers,
  type DatedAnswer,
} from '../../../../src/story/facts/answers/select-answers.ts';
import { buildReading } from '../../../../src/summary/reading/build-reading.ts';

const [sentence] = buildReading({ title: '', text: 'It rained.', lang: 'en' }).sentences;
const answer = (articleId: string, score: number, at: number, text = articleId): DatedAnswer => ({
  articleId,
  text,
  start: 0,
  end: text.length,
  sentence: sentence!,
  score,
  at,
});

const select = (question: string, answers: readonly DatedAnswer[], count = 4): string[] =>
  selectAnswers(answers, parseQuestion(parseQuery(question, new Date(0)), 'en'), count).map(
    ({ articleId }) => articleId,
  );

const NAMED = 'Who won the election?';
const COUNTED = 'How many people died in Marrow?';

describe('the answers that are shown', () => {
  it('are the best, of equals the newest', () => {
    const answers = [answer('a', 5, 1), answer('b', 5.2, 1), answer('c', 5, 2)];
    expect(select(NAMED, answers)).toEqual(['b', 'c', 'a']);
    expect(select(NAMED, answers, 2)).toEqual(['b', 'c']);
  });

  it('are nearly as good as the best', () => {
    expect(select(NAMED, [answer('a', 5, 1), answer('b', 4, 2)])).toEqual(['a']);
  });

  it('are different texts', () => {
    expect(select(NAMED, [answer('a', 5, 2, 'same'), answer('b', 5, 1, 'same')])).toEqual(['a']);
  });

  it('are the newest first if they count what goes on', () => {
    const answers = [answer('a', 5, 1), answer('b', 4.5, 2), answer('c', 3, 3)];
    expect(select(COUNTED, answers)).toEqual(['b', 'a']);
  });

  it('are none of none', () => {
    expect(select(NAMED, [])).toEqual([]);
  });
});
