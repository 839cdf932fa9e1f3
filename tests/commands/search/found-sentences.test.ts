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

describe('the sentences of an article that was found', () => {
  it('are the sentence that answers the query, with the words of the query marked', () => {
    expect(found('convoy "left open"', DAM, AID)).toEqual([[AID, 'convoys', 'left open']]);
  });

  it('include the sentence that a dependent answer needs', () => {
    const hanging = 'It had been in need of repair for years.';
    expect(found('repair', DAM, hanging, AID)).toEqual([[DAM], [hanging, 'repair']]);
  });

  it('are the gist if only the title has the words', () => {
    expect(found('libya', 'By Jane Example', DAM, AID)).toEqual([[DAM]]);
  });

  it('are the most informative sentence, however long, if the query has no word', () => {
    const long = `${DAM.slice(0, -1)}, and a wave as high as a house swept bridges, roads and whole blocks of flats into the sea, which left thousands of people dead and tens of thousands homeless, officials said.`;
    const report = [
      long,
      AID,
      'Neighbouring countries sent ships with field hospitals and water to the port of Derna.',
      'Engineers had warned for years that the dam above the city needed repair, a report says.',
      'Officials asked residents of Derna to leave the lowest streets until walls were checked.',
    ];
    expect(found('source:Wire', ...report)).toEqual([[long]]);
    expect(found('-volcano', DAM, AID)).toEqual([[DAM]]);
  });

  it('are a line of boilerplate if only that has the words', () => {
    expect(found('jane', 'By Jane Example', DAM)).toEqual([['By Jane Example', 'Jane']]);
    expect(found('few', 'Boats are few.', DAM)).toEqual([[DAM]]);
    expect(found('boats', 'Boats are few.', DAM)).toEqual([['Boats are few.', 'Boats']]);
  });

  it('do not include the dateline, whose place is in the byline', () => {
    expect(found('cairo', `CAIRO (Reuters) – ${DAM}`, AID)).toEqual([[DAM]]);
    expect(found('derna', `CAIRO (Reuters) – ${DAM}`, AID)).toEqual([[DAM, 'Derna']]);
  });

  it('are empty for an article without text', () => {
    expect(found('libya', '')).toEqual([]);
  });
});
