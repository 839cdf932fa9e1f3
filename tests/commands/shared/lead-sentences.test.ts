import { describe, expect, it } from 'vitest';
import { selectLeadSentences } from '../../../commands/shared/lead-sentences.ts';
import { buildCorpus } from '../../../src/index/corpus/corpus.ts';
import { buildReading } from '../../../src/summary/reading/build-reading.ts';
import { parseQuery } from '../../../src/index/query/parse-query.ts';

const DAM = 'The dam above the city of Derna broke before dawn on Monday, after a day of rain.';
const AID = 'Aid convoys reached the city by the only road that was left open.';
const LONG = [
  DAM,
  'Water carried whole districts of Derna into the sea, and rescuers counted thousands of dead.',
  AID,
  'Neighbouring countries sent ships with field hospitals and drinking water to the port.',
  'The prosecutor opened an inquiry into the upkeep of the two dams and its budget.',
  'He named nobody at first.',
  'But two engineers had left the country, and their houses were searched for papers.',
];

const lead = (text: string, query?: string): readonly string[] =>
  selectLeadSentences(
    buildReading({ title: 'Dam above Derna breaks', text, lang: 'en' }),
    buildCorpus([]),
    2,
    query === undefined ? undefined : parseQuery(query, new Date(0)),
  );

describe('the sentences of an article in a list', () => {
  it('are the most informative ones', () => {
    expect(lead(LONG.join(' '))).toHaveLength(2);
    expect(lead(LONG.join(' '))).toContain(DAM);
  });

  it('are about the topic', () => {
    expect(lead(LONG.join(' '), 'hospital')).toEqual([DAM, LONG[3]]);
    expect(lead(LONG.join(' '), '"drinking water" prosecutor')).toContain(LONG[3]);
  });

  it('are a dependent answer with the sentences that it needs, if there is no other answer', () => {
    expect(lead(LONG.join(' '), 'searched')).toEqual(LONG.slice(4));
  });

  it('are the usual ones if only the title has the topic', () => {
    expect(lead(LONG.join(' '), 'breaks')).toEqual(lead(LONG.join(' ')));
  });

  it('are the first ones of a short report, or those about the topic', () => {
    const short = `DERNA, Libya (Reuters) – ${DAM}\n\n${AID}`;
    expect(lead(short)).toEqual([DAM, AID]);
    expect(lead(short, 'convoy')).toEqual([AID]);
    expect(lead('By Jane Example')).toEqual(['By Jane Example']);
  });
});
