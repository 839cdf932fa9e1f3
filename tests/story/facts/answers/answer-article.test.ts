import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCorpus } from '../../../../src/index/corpus/corpus.ts';
import { parseQuery } from '../../../../src/index/query/parse-query.ts';
import {
  answerFromArticle,
  type Answer,
} from '../../../../src/story/facts/answers/answer-article.ts';
import { parseQuestion } from '../../../../src/story/facts/answers/parse-question.ts';
import { buildReading } from '../../../../src/summary/reading/build-reading.ts';
import { hostileText } from '../../../support/hostile-text.ts';

const CORPUS = buildCorpus([]);

interface Report {
  readonly title?: string;
  readonly text: string;
  readonly lang?: string;
}

function find(question: string, { title = '', text, lang = 'en' }: Report): Answer | undefined {
  const article = { id: 'a', text, reading: buildReading({ title, text, lang }) };
  const asked = parseQuestion(parseQuery(question, new Date(0), lang), lang);
  return answerFromArticle(asked, { ...article, publishedAt: '2024-06-14T09:00:00Z' }, CORPUS);
}

/** The answer that sentences give; undefined if none of them answers. */
const answer = (question: string, ...sentences: string[]): string | undefined =>
  find(question, { text: sentences.join(' ') })?.text;

const LEAD = 'A flood struck the port of Marrow at night.';
const DEAD = 'At least 12 people were killed in Marrow, the mayor said.';
const AID = 'Ships with tents and water reached Marrow from Norfolk.';

describe('an answer from an article', () => {
  it.each([
    ['a number of what is counted', 'How many people died in Marrow?', DEAD],
    ['a number in words', 'How many ships came to Marrow?', 'Three ships came to Marrow at noon.'],
    ['a sum', 'How much will the dam of Marrow cost?', 'The dam of Marrow will cost $12 million.'],
    [
      'a share',
      'What percentage of the vote did Ann Lee get?',
      'Ann Lee got 58.3 percent of the vote.',
    ],
    ['an age', 'How old is Ann Lee?', 'Ann Lee, 52, leads the town.'],
    ['a depth', 'How deep is the harbour of Marrow?', 'The harbour of Marrow is 30 feet deep.'],
    ['a speed', 'How fast was the Dali?', 'The Dali was moving at eight knots.'],
    ['a person', 'Who leads the town of Marrow?', 'Marrow is led by Ann Lee, a former teacher.'],
    ['a body', 'Who bought the mill?', 'The mill was bought by Harbour Steel last year.'],
    ['a place', 'Where did the ships come from?', 'The ships came from Norfolk on Friday.'],
    ['a day', 'When did the dam break?', 'The dam broke on Monday.'],
    ['a year', 'When was the dam built?', 'The dam was built in 1961 by the town.'],
    ['an hour', 'At what time did the dam break?', 'The dam broke at 4:10 a.m. in heavy rain.'],
    ['a reason', 'Why did the dam break?', 'The dam broke because its gates had rusted.'],
    ['what somebody says', 'What did Ann Lee say?', 'Ann Lee said that the dam was never tested.'],
    ['what happened', 'What happened to the railway?', 'The railway was washed away for a mile.'],
  ])('has %s', (_, question, sentence) => {
    const other = 'Schools and shops in the town stayed closed.';
    expect(answer(question, other, sentence)).toBe(sentence);
  });

  it.each([
    ['no number', 'How many people died in Marrow?', 'People were killed in Marrow.'],
    ['a number of other things', 'How many ships reached Marrow?', `${AID} It took 12 days.`],
    ['a date instead of a number', 'How many dams broke?', 'The dams broke on June 12.'],
    [
      'a number in a name',
      'How many flights left Marrow?',
      'Flight 516 left Marrow; flights are late.',
    ],
    ['no money', 'How much did the dam cost?', 'The dam cost 12 lives.'],
    ['somebody else’s age', 'How old is Ann Lee?', 'Ben Ross, 52, is married to Ann Lee.'],
    ['no name', 'Who broke the dam?', 'Workers broke the dam at noon.'],
    ['only names of the question', 'Who met Ann Lee?', 'Neighbours met Ann Lee on Monday.'],
    ['no place', 'Where did the ships come from?', 'The ships came at night with tents.'],
    ['no date', 'When did the dam break?', 'The dam broke in heavy rain.'],
    ['no reason', 'Why did the dam break?', 'The dam broke in heavy rain.'],
    ['another name', 'How many people died in Derna?', DEAD],
    ['another matter', 'How many people were injured in Marrow?', DEAD],
    ['another people', 'How many Romanians were killed in Marrow?', DEAD],
    ['nothing but a question', 'Did the dam break?', 'Did the dam break?'],
  ])('is none if a sentence has %s', (_, question, ...sentences) => {
    expect(answer(question, LEAD, ...sentences)).toBeUndefined();
  });

  it('may have the names and circumstances in its headline or lead only', () => {
    const text = `${LEAD} Schools were shut. Shops were shut. Roads were shut. Some 300 houses were flooded.`;
    const report = { title: 'Flood in Marrow', text };
    expect(find('How many houses were flooded in Marrow?', report)?.text).toMatch(/300/);
    expect(find('How many houses were flooded in Derna?', report)).toBeUndefined();
  });

  it('has other words for the same', () => {
    expect(answer('How many people died in Marrow?', DEAD)).toBe(DEAD);
    const sentence = 'Ann Lee won the vote in Mexico.';
    expect(answer('Who won the Mexican election?', sentence)).toBe(sentence);
    expect(answer('Who won the Spanish election?', sentence)).toBeUndefined();
  });

  it('has a phrase word for word', () => {
    const sentence = 'The bridge was “fracture critical”, Ann Lee said.';
    expect(answer('Who said "fracture critical"?', sentence)).toBe(sentence);
    expect(answer('Who said "critical fracture"?', sentence)).toBeUndefined();
  });

  it('is of the office that is asked for', () => {
    const mill = 'Ben Ross, the chief executive of Harbour Steel, spoke with the unions.';
    const report = { title: 'Marrow Mills and Harbour Steel talk', text: mill };
    expect(find('Who is the chief executive of Harbour Steel?', report)?.text).toBe(mill);
    expect(find('Who is the chief executive of Marrow Mills?', report)).toBeUndefined();
    const visit = 'Ukrainian President Ann Lee came to Paris to meet French President Ben Ross.';
    const guests = 'Ukrainian President Ann Lee came to Paris for the opening.';
    expect(answer('Who is the president of France?', visit)).toBe(visit);
    const opening = { title: 'France opens its cathedral', text: guests };
    expect(find('Who is the president of France?', opening)).toBeUndefined();
    expect(find('Who is the president of Ukraine?', opening)?.text).toBe(guests);
  });

  it('says what somebody did by a verb', () => {
    const pilots = 'Pilots of Harbour Air saw the Ardent in flames.';
    expect(answer('Who piloted the Ardent?', pilots)).toBeUndefined();
    const piloted = 'Ann Lee piloted the Ardent.';
    expect(answer('Who piloted the Ardent?', pilots, piloted)).toBe(piloted);
  });

  it('comes with the sentence that it needs', () => {
    const text = `${LEAD} The tanker Ardent came down with the water. It was moving at eight knots.`;
    const found = find('How fast was the Ardent?', { text });
    expect(found?.text).toBe(
      'The tanker Ardent came down with the water. It was moving at eight knots.',
    );
    expect(found?.sentence.text).toBe('It was moving at eight knots.');
  });

  it('is rather of the year of its report', () => {
    const before = 'In 1961 a flood killed 300 people in Marrow.';
    expect(answer('How many people died in Marrow?', LEAD, before, DEAD)).toBe(DEAD);
    expect(answer('How many people died in Marrow in 1961?', LEAD, DEAD, before)).toBe(before);
  });

  it('may leave the year and month of its report unsaid', () => {
    const question = 'How many people died in Marrow in';
    expect(answer(`${question} 2024?`, DEAD)).toBe(DEAD);
    expect(answer(`${question} June 2024?`, DEAD)).toBe(DEAD);
    expect(answer(`${question} May 2024?`, DEAD)).toBeUndefined();
    expect(answer(`${question} 2023?`, DEAD)).toBeUndefined();
    const earlier = 'It was worse than the flood of 2023 in Norfolk.';
    expect(answer(`${question} 2023?`, earlier, DEAD)).toBeUndefined();
  });

  it.each([
    [
      'de',
      'Wie viele Menschen starben in Marrow?',
      'In Marrow starben nach dem Hochwasser 12 Menschen.',
    ],
    ['fr', 'Quand le barrage a-t-il cédé ?', 'Le barrage a cédé le 14 mai dans la nuit.'],
    ['es', '¿Quién ganó las elecciones?', 'Las elecciones las ganó Ana López con holgura.'],
    ['it', 'Perché è crollata la diga?', 'La diga è crollata a causa della pioggia.'],
  ])('is found in %s', (lang, question, sentence) => {
    expect(find(question, { text: sentence, lang })?.text).toBe(sentence);
  });

  it('is in the article word for word, whatever the article and the question', () => {
    const words = hostileText({ maxLength: 400 });
    const cutOut = (title: string, text: string, question: string): string[] => {
      const body = `${text} ${DEAD}\n\n${text} ${AID}`;
      const questions = [question, `How many ${question}`, 'How many people died in Marrow?'];
      const found = questions.flatMap((asked) => find(asked, { title, text: body }) ?? []);
      return found
        .filter((one) => body.slice(one.start, one.end) !== one.text)
        .map((one) => one.text);
    };
    fc.assert(
      fc.property(words, words, words, (title, text, question) => {
        expect(cutOut(title, text, question)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
