import { describe, expect, it } from 'vitest';
import { buildCorpus } from '../../src/index/corpus/corpus.ts';
import { findGist } from '../../src/summary/gist.ts';
import { buildReading } from '../../src/summary/reading/build-reading.ts';
import { summarizeReading } from '../../src/summary/summarize-reading.ts';
import { weighReading } from '../../src/summary/weigh-reading.ts';
import { SUMMARY_LIMITS } from '../../src/summary/summary-limits.ts';
import { readSamples } from '../support/read-samples.ts';

const CORPUS = buildCorpus([]);
const weigh = (text: string, title = '') =>
  weighReading(buildReading({ title, text, lang: 'en' }), CORPUS);
const gistOf = (...sentences: string[]) => findGist(weigh(sentences.join(' ')));

const LEAD = 'The dam above the city of Derna broke before dawn on Monday.';
const AID = 'Aid convoys reached the city of Derna by the only road that was left open.';
const LONG =
  'The dam above the city of Derna broke before dawn on Monday and sent a wave as high as a house through the ' +
  'valley, which swept away bridges, roads and whole blocks of flats and killed thousands of people in their sleep.';
const REST = [
  'Neighbouring countries sent ships with field hospitals to the port.',
  'Officials asked residents to leave the lowest streets of the city.',
  'Engineers had warned for years that the dam needed repair.',
];

describe('findGist', () => {
  it('is the sentence that a summary of one sentence has', () => {
    const oneOf = (text: string) => {
      const result = summarizeReading(weigh(text), { sentences: 1 });
      return result.kind === 'summary' ? result.summary.sentences[0]?.text : 'none';
    };
    const best = [...REST, ...REST, LEAD].join(' ');
    expect(findGist(weigh(best, LEAD))?.text).toBe(oneOf(best));
  });

  it('is the first sentence of a report, unless another says much more', async () => {
    const readings = (await readSamples()).map((article) =>
      weighReading(buildReading(article), CORPUS),
    );
    const leads = readings.filter((reading) => findGist(reading) === reading.sentences[0]);
    expect(readings.length - leads.length).toBeLessThan(8);
  });

  it('is understood alone', () => {
    const film = 'Norrvik Pictures held back a film about the harbour of Derna.';
    const known = 'Owners of the cinemas of Derna and of the coast asked for the film.';
    expect(gistOf(film, known)?.text).toBe(film);
    expect(findGist(weigh(`${film} ${known}`, known))?.text).toBe(film);
  });

  it('is a short sentence if one says nearly as much as a long one', () => {
    expect(LONG.length).toBeGreaterThan(SUMMARY_LIMITS.gistLength);
    expect(gistOf(LONG, AID, ...REST)?.text.length).toBeLessThanOrEqual(SUMMARY_LIMITS.gistLength);
    expect(gistOf(LONG)?.text).toBe(LONG);
  });

  it('is a long sentence if every short one says less than half as much', () => {
    const aside = 'Ducks swam on the quiet pond of a nearby village.';
    const short = findGist(weigh(`${LONG} ${aside}`, LONG));
    expect(short?.text).toBe(LONG);
  });

  it('does not depend on the sentence before it, unless all do', () => {
    expect(gistOf('He left the city of Derna on Monday.', 'But the dam broke.', LONG)?.text).toBe(
      LONG,
    );
    expect(gistOf('He left the city of Derna on Monday.')?.text).toBe(
      'He left the city of Derna on Monday.',
    );
  });

  it('is not a byline, and a caption only if there is nothing else', () => {
    const caption = 'Ruins: A man walks through mud in the city of Derna.';
    expect(gistOf('By Jane Example.', caption, AID)?.text).toBe(AID);
    expect(gistOf(caption)?.text).toBe(caption);
  });

  it('is word for word, without the dateline', () => {
    const text = `DERNA, Libya (Reuters) – ${LEAD}\n\n${REST.join(' ')}`;
    const gist = findGist(weigh(text));
    expect(gist?.text).toBe(LEAD);
    expect(text.slice(gist?.start, gist?.end)).toBe(LEAD);
  });

  it('is the only sentence of a text, and undefined for an empty text', () => {
    expect(gistOf(LEAD)?.text).toBe(LEAD);
    expect(gistOf('')).toBeUndefined();
  });
});
