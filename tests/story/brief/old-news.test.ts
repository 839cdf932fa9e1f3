import { describe, expect, it } from 'vitest';
import { briefStory } from '../../../src/story/brief/brief-story.ts';
import type { BriefArticle, BriefRole } from '../../../src/story/brief/brief.ts';
import { createOldNewsTest } from '../../../src/story/brief/old-news.ts';
import { buildReading } from '../../../src/summary/reading/build-reading.ts';

function report(title: string, text: string, lang = 'en', role: BriefRole = 'current') {
  return { id: title, title, role, reading: buildReading({ title, text, lang }) } as const;
}

const TOLD = report(
  'Former mayor Ada Lindholm dies at 91',
  `Ada Lindholm, the former mayor of Norrvik who had the harbour built, died on Thursday at her home, her family said. She was 91. Lindholm was elected in 1968 and again in 1972. A search for her papers is to begin.`,
  'en',
  'context',
);

const isOldNews = (title: string, text: string, told: readonly BriefArticle[] = [TOLD]): boolean =>
  createOldNewsTest(told)(report(title, text));

describe('a report after the reader was told of its event', () => {
  it.each([
    [
      'Ada Lindholm, former Norrvik mayor, dies',
      'Ada Lindholm, the mayor who had the harbour of Norrvik built, has died at 91, her family said.',
    ],
    [
      'Lindholm, mayor who built harbour, dies at 91',
      'The former mayor of Norrvik died at home on Thursday, and her family said she was 91.',
    ],
  ])('is old news if headline and opening say nothing else: %s', (title, text) => {
    expect(isOldNews(title, text)).toBe(true);
  });

  it.each([
    ['another word in the headline', 'Norrvik mourns former mayor Ada Lindholm', TOLD.title],
    [
      'another word without a meaning of its own',
      'Former mayor Ada Lindholm not dead',
      'Ada Lindholm, the former mayor of Norrvik, was at her home on Thursday, her family said.',
    ],
    [
      'a word that only the body of what was told has',
      'Search begins for former mayor Ada Lindholm',
      'Her family said on Thursday that the former mayor of Norrvik was not at her home.',
    ],
    [
      'a figure in the opening',
      'Ada Lindholm, former mayor, dies at 91',
      'Ada Lindholm, the former mayor of Norrvik, died on Thursday at her home at 16:40, her family said.',
    ],
    [
      'an opening on something else',
      'Ada Lindholm, former mayor, dies at 91',
      'Flags flew at half mast over the town hall while thousands queued to sign a book of condolence.',
    ],
    ['the same headline', TOLD.title, TOLD.reading.sentences[0]!.text],
    ['a headline that is a label', 'Mayor of Norrvik', TOLD.reading.sentences[0]!.text],
    [
      'a headline that only asks',
      'Who was Ada Lindholm, former mayor of Norrvik?',
      TOLD.reading.sentences[0]!.text,
    ],
  ])('may be news with %s', (_, title, text) => {
    expect(isOldNews(title, text)).toBe(false);
  });

  it('is news if nothing was told', () => {
    expect(isOldNews(TOLD.title, TOLD.reading.sentences[0]!.text, [])).toBe(false);
  });

  it('adds nothing to a brief as old news, but does as a copy with more', () => {
    const again = report(
      'Ada Lindholm, former Norrvik mayor, dies',
      'Ada Lindholm, the mayor who had the harbour of Norrvik built, has died at 91, her family said. Two bridges and a school bear the name of the mayor today.',
    );
    const told = new Set(TOLD.reading.sentences.map(({ text }) => text));
    expect(briefStory([TOLD, again], { told })).toEqual([]);
    const copies = briefStory([TOLD, again], { told, voiceOf: () => 'one' });
    expect(copies.map(({ text }) => text).join(' ')).toContain('Two bridges');
  });
});
