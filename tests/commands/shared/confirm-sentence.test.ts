import { describe, expect, it } from 'vitest';
import { createConfirmer } from '../../../commands/shared/stories/confirm-sentence.ts';
import { buildReading } from '../../../src/summary/reading/build-reading.ts';

const OWN = 'An archivist dried ninety parish books over a stove until Friday evening.';
const SHARED = 'Rescuers carried residents of Marrow from flooded houses along the river.';

const ARTICLES = [`${OWN} ${SHARED}`, `${SHARED} The mayor slept.`, `${SHARED} A bell rang.`].map(
  (text, n) => {
    const article = { id: `a${n}`, title: 'Flood', text, lang: 'en', publishedAt: '' };
    return { ...article, reading: buildReading(article) };
  },
);

async function ask(isWhole: boolean, copied?: string) {
  const confirm = await createConfirmer(ARTICLES, {
    voiceOf: (id) => id,
    isWhole,
    hasCopies: (voice) => voice === copied,
  });
  return confirm({ articleId: 'a0', text: OWN, start: 0, end: OWN.length });
}

describe('a sentence that no other report has', () => {
  it('is one if every report was read', async () => {
    expect(await ask(true)).toEqual({ articleIds: [], isOnly: true });
  });

  it('is none if a report was not read, or is in another language', async () => {
    expect((await ask(false)).isOnly).toBe(false);
  });

  it('is none if another publisher printed the same text', async () => {
    expect((await ask(true, 'a0')).isOnly).toBe(false);
    expect((await ask(true, 'a1')).isOnly).toBe(true);
  });
});
