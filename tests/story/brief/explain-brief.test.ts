import { describe, expect, it } from 'vitest';
import { briefStory } from '../../../src/story/brief/brief-story.ts';
import { explainBrief } from '../../../src/story/brief/explain-brief.ts';
import { buildReading } from '../../../src/summary/reading/build-reading.ts';

const TEXTS = {
  a: 'A ferry with 240 people on board ran aground off Ostrava on Monday in heavy fog. Lifeboats took the passengers to Brno.',
  b: 'Lifeboats took everyone from a ferry that ran aground off Ostrava in heavy fog. The harbour stays closed until Friday, the harbour master said.',
  c: 'The harbour stays closed until Friday after a ferry ran aground off Ostrava. Divers will look at the hull of the ferry on Tuesday morning.',
};
const FERRY = Object.entries(TEXTS).map(([id, text]) => ({
  id,
  title: '',
  reading: buildReading({ title: '', text, lang: 'en' }),
}));

describe('the reasons for a brief', () => {
  const explained = explainBrief(FERRY);

  it('are those of the brief that is told', () => {
    expect(explained.map(({ text, articleId }) => [articleId, text])).toEqual(
      briefStory(FERRY).map(({ text, articleId }) => [articleId, text]),
    );
    expect(explained.length).toBeGreaterThan(1);
  });

  it('are words of the sentence that several voices have, those of most voices first', () => {
    for (const { text, covers } of explained) {
      for (const { words, voices } of covers) {
        expect(text).toContain(words);
        expect(voices).toBeGreaterThan(1);
      }
      const counts = covers.map(({ voices }) => voices);
      expect(counts).toEqual(counts.toSorted((x, y) => y - x));
    }
    expect(explained[0]?.isOpening).toBe(true);
    expect(explained[0]?.covers[0]).toEqual({ words: 'ran aground off Ostrava', voices: 3 });
  });

  it('give no words twice', () => {
    const all = explained.flatMap(({ covers }) => covers.map(({ words }) => words));
    expect(new Set(all).size).toBe(all.length);
  });

  it('say that a sentence answers the reader', () => {
    const asked = FERRY.map((one) => ({
      ...one,
      answers: Float64Array.from(one.reading.sentences, ({ text }) =>
        text.startsWith('Divers') ? 1 : 0,
      ),
    }));
    const [answer] = explainBrief(asked, { sentences: 1 });
    expect(answer).toMatchObject({ articleId: 'c', isAnswer: true });
  });
});
