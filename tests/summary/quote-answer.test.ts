import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCorpus } from '../../src/index/corpus/corpus.ts';
import { parseQuery } from '../../src/index/query/parse-query.ts';
import { quoteAnswer } from '../../src/summary/quote-answer.ts';
import { buildReading, type ReadableArticle } from '../../src/summary/reading/build-reading.ts';
import { weighReading } from '../../src/summary/weigh-reading.ts';
import { hostileText } from '../support/hostile-text.ts';

const CORPUS = buildCorpus([]);
const quoteAll = (queries: readonly string[], article: ReadableArticle) =>
  quoteAnswer(
    weighReading(
      buildReading(article),
      CORPUS,
      queries.map((query) => parseQuery(query, new Date(0))),
    ),
  );
const ask = (query: string, text: string, title = '', lang = 'en') =>
  quoteAll([query], { title, text, lang });
const answer = (query: string, ...sentences: string[]): string[] =>
  ask(query, sentences.join(' ')).map(({ text }) => text);

const LEAD = 'The dam above the city of Derna broke before dawn on Monday.';
const AID = 'Aid convoys reached the city with drinking water and tents.';

describe('quoteAnswer', () => {
  it('is the sentence that has most of the query', () => {
    const both = 'Putin spoke with the leaders of the missile forces in the capital.';
    expect(answer('putin missile', 'Putin met the leaders on Monday.', LEAD, both)).toEqual([both]);
    expect(answer('"drinking water"', 'The water was rising, and drinking it is not safe.', AID)) //
      .toEqual([AID]);
  });

  it('is chosen by the model if several sentences have the same words of the query', () => {
    const idle = 'Will the dam ever be built again by anyone here?';
    const [found] = ask('dam', `${AID} ${idle} ${LEAD}`, 'Dam breaks above Derna');
    expect(found?.text).toBe(LEAD);
  });

  it('is a caption only if no sentence of the report has a word of the query', () => {
    const caption = 'Ruins: A man walks past tents in the city of Derna with drinking water.';
    expect(answer('derna tents water', caption, LEAD)).toEqual([LEAD]);
    expect(answer('tents', caption, LEAD)).toEqual([caption]);
  });

  it('is never a byline, a credit or a heading', () => {
    const lines = ['By Derna Example', 'Photo: Derna Agency', 'What happens in Derna', LEAD];
    expect(ask('derna', lines.join('\n\n')).map(({ text }) => text)).toEqual([LEAD]);
  });

  it('is preferably a sentence that stands alone, else comes with the sentence before it', () => {
    const hanging = 'It had warned of the flood for years, and of the river.';
    const council = 'The council of engineers met in the capital on Monday.';
    expect(answer('flood', council, hanging, 'A flood destroyed the bridges of the city.')).toEqual(
      ['A flood destroyed the bridges of the city.'],
    );
    expect(answer('flood', LEAD, council, hanging, AID)).toEqual([council, hanging]);
  });

  it('comes with two sentences if the one before also depends on another', () => {
    const last = 'They also feared a flood of the lower streets.';
    const agreed = 'He agreed with all of that.';
    expect(answer('flood', AID, LEAD, agreed, last)).toEqual([LEAD, agreed, last]);
  });

  it('comes alone if the sentence that it depends on is too far away or missing', () => {
    const last = 'They also feared a flood of the lower streets.';
    const others = [
      'He agreed with all of that.',
      'But she did not agree.',
      'Still, they all met.',
    ];
    expect(answer('flood', LEAD, ...others, last)).toEqual([last]);
    expect(answer('flood', last)).toEqual([last]);
  });

  it('is empty if no sentence has a word of the query, or the query has no word', () => {
    expect(answer('volcano', LEAD, AID)).toEqual([]);
    expect(answer('', LEAD, AID)).toEqual([]);
    expect(answer('-dam source:Wire', LEAD, AID)).toEqual([]);
    expect(answer('dam')).toEqual([]);
  });

  it('tells the acronym WHO from the stop word, and works in other languages', () => {
    const who = 'The WHO flew in supplies for clinics on Monday.';
    expect(answer('who', 'Those who fled came back to the city.', who)).toEqual([who]);
    const [found] = ask(
      'élections',
      'Rien ne va plus ici. Une élection a eu lieu lundi.',
      '',
      'fr',
    );
    expect(found?.text).toBe('Une élection a eu lieu lundi.');
  });

  it('can answer any of several queries', () => {
    const article = { title: '', text: `${LEAD} ${AID}`, lang: 'en' };
    const found = quoteAll(['volcano', 'tents'], article);
    expect(found.map(({ text }) => text)).toEqual([AID]);
  });

  it('is word for word in any text', () => {
    const text = fc.array(fc.oneof(fc.constantFrom(LEAD, AID), hostileText({ maxLength: 200 })), {
      maxLength: 10,
    });
    fc.assert(
      fc.property(
        text,
        fc.oneof(fc.constant('dam'), hostileText({ maxLength: 40 })),
        (parts, query) => {
          const whole = parts.join('\n\n');
          for (const sentence of ask(query, whole))
            expect(whole.slice(sentence.start, sentence.end)).toBe(sentence.text);
        },
      ),
    );
  });
});
