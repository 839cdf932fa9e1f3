import { describe, expect, it } from 'vitest';
import { buildCorpus } from '../../../src/index/corpus/corpus.ts';
import { findOwnWords } from '../../../src/story/facts/own-words.ts';
import { buildReading } from '../../../src/summary/reading/build-reading.ts';
import { weighReading } from '../../../src/summary/weigh-reading.ts';
import { buildArticle } from '../../support/build-article.ts';

const CORPUS = buildCorpus([]);

const text = (publishers: readonly string[], body: string, lang = 'en') => ({
  publishers,
  reading: weighReading(
    buildReading(buildArticle({ title: 'Dike of Marrow breaks', text: body, lang })),
    CORPUS,
  ),
});

const CURATOR =
  'The curator Ines Quintel carried paintings out of the flooded gallery. Quintel left the gallery last.';

describe('words that only one publisher of a story has', () => {
  it('are as printed, and names are whole', () => {
    const found = findOwnWords([
      text(['Harbour Post'], CURATOR),
      text(['North Gazette'], 'Soldiers closed the dike of Marrow with sandbags before noon.'),
    ]);
    expect(found.get('Harbour Post')).toEqual(['Quintel', 'gallery']);
    expect(found.get('North Gazette')).toEqual([]);
  });

  it('are none of which another text has a form', () => {
    const found = findOwnWords([
      text(['Harbour Post'], CURATOR),
      text(['North Gazette'], 'All galleries stayed closed, said Ms. Quintel on the phone.'),
    ]);
    expect(found.get('Harbour Post')).toEqual([]);
  });

  it('are none of a text that several publishers have', () => {
    const found = findOwnWords([
      text(['Harbour Post', 'Copy Post'], CURATOR),
      text(['North Gazette'], 'Soldiers closed the dike of Marrow with sandbags before noon.'),
    ]);
    expect(found.has('Harbour Post')).toBe(false);
    expect(found.has('Copy Post')).toBe(false);
  });

  it('are none if nobody else reports in its language', () => {
    const found = findOwnWords([
      text(['Harbour Post'], CURATOR),
      text(['Le Phare'], 'Les soldats ont fermé la digue de Marrow avant midi.', 'fr'),
    ]);
    expect(found.size).toBe(0);
  });

  it('are none that every paper uses, and not the name of the publisher', () => {
    const found = findOwnWords([
      text(
        ['Quintel News'],
        'People called for help. Others called again, a long day. Quintel photographed them for Quintel.',
      ),
      text(['North Gazette'], 'Soldiers closed the dike of Marrow with sandbags before noon.'),
    ]);
    expect(found.get('Quintel News')).toEqual([]);
  });
});
