import { describe, expect, it } from 'vitest';
import { UserError } from '../../../../src/errors.ts';
import { answerQuotation } from '../../../../src/story/facts/quotations/answer-quotation.ts';

/** A line whose quotation stands between square brackets. */
function buildLine(marked: string, around: { before?: string; after?: string } = {}) {
  const from = marked.indexOf('[');
  const to = marked.indexOf(']') - 1;
  return {
    key: 'q1',
    text: marked.replace('[', '').replace(']', ''),
    quote_span: [from, to],
    ...around,
  };
}

describe('answerQuotation', () => {
  it.each([
    ["`` [The dam held all night ,] '' said sheriff 's spokesman Ben Ross .", true, 'Ben Ross'],
    ['“ [The dam held ,] ” Ann Lee - Ross said .', true, 'Ann Lee - Ross'],
    ['"[The dam held all night] " to this day , Ann D . Lee said .', true, 'Ann D . Lee'],
    ['Ann Lee said the dam was " [safe] " , and not " old " .', true, 'Ann Lee'],
    ['The dam is known as " [Old Iron] " here .', false, null],
    ['The board measures 5 " [ x 7] " .', false, null],
    ['[It held ,] " Ann Lee said .', true, 'Ann Lee'],
  ])('reads tokenized text: %s', (marked, is_speech, speaker) => {
    expect(answerQuotation(buildLine(marked))).toEqual({ key: 'q1', is_speech, speaker });
  });

  it('names the speaker of the sentence before for a pronoun', () => {
    const before = 'The dam is old , said Ann Lee , 52 , an engineer .\n';
    const line = buildLine('“ [It will not hold for long ,] ” she said .', { before });
    expect(answerQuotation(line).speaker).toBe('Ann Lee');
  });

  it('names the speaker of the sentence after, while the quotation is open', () => {
    const after = ' We must leave , ” the mayor , Ann Lee , said .';
    const line = buildLine('“ [It will not hold for long .]', { after });
    expect(answerQuotation(line).speaker).toBe('Ann Lee');
  });

  it.each([
    {},
    { text: 5 },
    { text: 'a "b"' },
    { text: 'a "b"', quote_span: [3] },
    { text: 'a "b"', quote_span: [3, 3] },
    { text: 'a "b"', quote_span: [3, 9] },
    { text: 'a "b"', quote_span: [-1, 2] },
    { text: 'a "b"', quote_span: ['0', 2] },
  ])('says what is wrong with %j', (line) => {
    expect(() => answerQuotation(line)).toThrow(UserError);
  });
});
