import { describe, expect, it } from 'vitest';
import { selectFoundSentences } from '../../../commands/search/found-sentences.ts';
import { buildCorpus } from '../../../src/index/corpus/corpus.ts';
import { buildReading } from '../../../src/summary/reading/build-reading.ts';
import { parseQuery } from '../../../src/index/query/parse-query.ts';

const DAM = 'The dam above the city of Derna broke before dawn on Monday.';
const AID = 'Aid convoys reached the city by the only road that was left open.';

const found = (query: string, ...paragraphs: string[]) =>
  selectFoundSentences(
    buildReading({ title: 'Flood in Libya', text: paragraphs.join('\n\n'), lang: 'en' }),
    buildCorpus([]),
    parseQuery(query, new Date(0)),
  ).map(({ text, spans }) => [text, ...spans.map(({ start, end }) => text.slice(start, end))]);

describe('what is shown of an article that was found', () => {
  it('is the sentence that answers, with what was asked for', () => {
    expect(found('convoy "left open"', DAM, AID)).toEqual([[AID, 'convoys', 'left open']]);
  });

  it('is an answer with the one that it points back to', () => {
    const hanging = 'It had been in need of repair for years.';
    expect(found('repair', DAM, hanging, AID)).toEqual([[DAM], [hanging, 'repair']]);
  });

  it('is the gist where the title alone has the words', () => {
    expect(found('libya', 'By Jane Example', DAM, AID)).toEqual([[DAM]]);
  });

  it('is the most telling sentence, however long, where no word is asked for', () => {
    const long = `${DAM.slice(0, -1)}, and ${'water carried more of the city into the sea, '.repeat(4)}officials said.`;
    const report = [
      long,
      AID,
      'Neighbouring countries sent ships with field hospitals and water to the port of Derna.',
      'Engineers had warned for years that the dam above the city needed repair, a report says.',
      'Officials asked residents of Derna to leave the lowest streets until walls were checked.',
    ];
    expect(found('source:Wire', ...report)).toEqual([[long]]);
    expect(found('libya', ...report)[0]?.[0]?.length).toBeLessThanOrEqual(200);
    expect(found('-volcano', DAM, AID)).toEqual([[DAM]]);
  });

  it('is a line that is no sentence where that alone has the words', () => {
    expect(found('jane', 'By Jane Example', DAM)).toEqual([['By Jane Example', 'Jane']]);
    expect(found('few', 'Boats are few.', DAM)).toEqual([[DAM]]);
    expect(found('boats', 'Boats are few.', DAM)).toEqual([['Boats are few.', 'Boats']]);
  });

  it('is shown without the dateline, which the byline tells', () => {
    expect(found('cairo', `CAIRO (Reuters) – ${DAM}`, AID)).toEqual([[DAM]]);
    expect(found('derna', `CAIRO (Reuters) – ${DAM}`, AID)).toEqual([[DAM, 'Derna']]);
  });

  it('is nothing of an article without text', () => {
    expect(found('libya', '')).toEqual([]);
  });
});
