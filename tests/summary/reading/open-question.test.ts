import { describe, expect, it } from 'vitest';
import { buildReading } from '../../../src/summary/reading/build-reading.ts';
import { isOpenQuestion } from '../../../src/summary/reading/open-question.ts';

describe('a question that its writer answers', () => {
  it.each([
    ['Why is Derna in trouble?', true],
    ['"Why is Derna in trouble?"', false],
    ['Derna is in trouble.', false],
    ['The mayor asked who would pay?', true],
    [`Who will pay ${'for one more dam '.repeat(4)}?`, false],
  ])('%s: %s', (sentence, is) => {
    expect(isOpenQuestion(sentence, sentence.split(' ').length)).toBe(is);
  });

  const TEXT =
    'The dam above Derna broke before dawn on Monday, and the water carried parts of the city into the sea. ' +
    'Why did the dam above Derna break before dawn? Nobody had repaired its walls since 2002. ' +
    'Ships with field hospitals reached the port by night. Engineers will look at old maps next month. ' +
    'Families searched the beaches for relatives until late in the evening of that long day in September.';

  it('goes on in the sentence after it', () => {
    const { sentences } = buildReading({ title: '', text: TEXT, lang: 'en' });
    expect(sentences.filter(({ speechGoesOn }) => speechGoesOn).map(({ text }) => text)).toEqual([
      'Why did the dam above Derna break before dawn?',
    ]);
  });

  it('may open an article alone', () => {
    const text = `Why did the dam break? ${TEXT}`;
    expect(buildReading({ title: '', text, lang: 'en' }).sentences[0]!.speechGoesOn).toBe(false);
  });

  it('is left as it is in other languages', () => {
    const { sentences } = buildReading({
      title: '',
      text: 'Der Damm über der Stadt brach am Montag. Warum brach der Damm am Montag? Niemand in der Stadt weiß es bisher.',
      lang: 'de',
    });
    expect(sentences.map(({ speechGoesOn }) => speechGoesOn)).toEqual([false, false, false]);
  });
});
