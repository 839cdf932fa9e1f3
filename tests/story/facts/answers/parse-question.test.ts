import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../../src/index/query/parse-query.ts';
import { parseQuestion } from '../../../../src/story/facts/answers/parse-question.ts';
import { hostileText } from '../../../support/hostile-text.ts';

const read = (text: string, locale = 'en') =>
  parseQuestion(parseQuery(text, new Date(0), locale), locale);

/** The words of a question by what they do. */
function roles(text: string, locale = 'en'): Record<string, string> {
  return Object.fromEntries(read(text, locale).words.map((word) => [word.text, word.role]));
}

describe('the kind of answer that a question expects', () => {
  it.each([
    ['How many people died in the flood?', 'number'],
    ['How many people died?', 'number'],
    ['What was the death toll in Derna?', 'number'],
    ['What was the magnitude of the earthquake?', 'number'],
    ['How much did the bridge cost?', 'money'],
    ['How much was the fine?', 'money'],
    ['How much rain fell in Chiva?', 'number'],
    ['What percentage of the vote did the party get?', 'share'],
    ['How old is Ann Lee?', 'age'],
    ['How deep is the wreck?', 'depth'],
    ['How tall is the tower?', 'height'],
    ['How far is it to the coast?', 'distance'],
    ['How fast was the ship?', 'speed'],
    ['How long did the quake last?', 'length'],
    ['How strong was the quake?', 'strength'],
    ['Who won the election?', 'person'],
    ['Do you know who won the election?', 'person'],
    ['Which company built the bridge?', 'name'],
    ['What is the name of the rover?', 'name'],
    ['Where did he flee to?', 'place'],
    ['In which city did the talks begin?', 'place'],
    ['When did the bridge open?', 'date'],
    ['In what year did the bridge open?', 'year'],
    ['At what time did the ship hit the pier?', 'hour'],
    ['Why did the peso fall?', 'reason'],
    ['What caused the fire?', 'reason'],
    ['What did Ann Lee say about prices?', 'speech'],
    ['What happened in Derna?', 'statement'],
    ['Did the dam break?', 'statement'],
    ['dam derna', 'statement'],
  ])('%s → %s', (text, kind) => {
    expect(read(text).kind).toBe(kind);
  });

  it.each([
    ['de', 'Wie viele Menschen starben in Valencia?', 'number'],
    ['de', 'Wer gewann die Wahl?', 'person'],
    ['fr', 'Combien de personnes sont mortes ?', 'number'],
    ['fr', 'Où est tombé l’avion ?', 'place'],
    ['es', '¿Cuándo abrió el puente?', 'date'],
    ['es', '¿Por qué cayó el peso?', 'reason'],
    ['it', 'Chi ha vinto le elezioni?', 'person'],
    ['pt', 'Quantas pessoas morreram?', 'number'],
    ['nl', 'Hoeveel mensen stierven er?', 'number'],
    ['ru', 'Сколько человек погибло?', 'number'],
    ['ar', 'متى افتتح الجسر؟', 'date'],
  ])('is told in %s: %s', (lang, text, kind) => {
    expect(read(text)).toMatchObject({ lang, kind });
    expect(read(text, lang)).toMatchObject({ lang, kind });
  });

  it('of a person who is named asks what is said of them', () => {
    expect(read('Who is Ann Lee?').kind).toBe('statement');
    expect(read('who is ann lee').kind).toBe('statement');
    expect(read('who was on board').kind).toBe('person');
    expect(read('who is mayor').kind).toBe('person');
    expect(read('Who is the mayor of Lahaina?').kind).toBe('person');
  });
});

describe('what the words of a question do', () => {
  it('is told by where they stand', () => {
    expect(roles('How many arrests did police make at the coronation?')).toEqual({
      arrests: 'sought',
      police: 'said',
      make: 'said',
      coronation: 'around',
    });
    expect(roles('How many vehicles used the Key Bridge each day?')).toMatchObject({
      vehicles: 'sought',
      Key: 'name',
      Bridge: 'name',
      day: 'said',
    });
    expect(roles('How fast was the Dali moving when it hit the bridge?')).toEqual({
      Dali: 'name',
      moving: 'around',
      hit: 'around',
      bridge: 'around',
    });
  });

  it('is what is counted behind "how many", even if it is a people', () => {
    expect(roles('How many Romanians died in the tsunami?')).toEqual({
      Romanians: 'sought',
      died: 'said',
      tsunami: 'around',
    });
    expect(read('How many people died?')).toMatchObject({ countsPeople: true });
    expect(roles('How many people in Haiti were rescued?')).toEqual({
      Haiti: 'name',
      rescued: 'said',
    });
  });

  it('is what is asked if nothing else is', () => {
    expect(roles('What happened with prices?')).toEqual({ prices: 'said' });
  });

  it('is a name of a country in small letters too, but not within other names', () => {
    expect(read('who won the mexican election').words).toContainEqual({
      text: 'mexican',
      role: 'name',
      country: 'MX',
    });
    expect(read('Who founded Air France?').words).not.toContainEqual(
      expect.objectContaining({ country: 'FR' }),
    );
  });

  it('is the sort of thing that is asked for behind "which"', () => {
    expect(roles('Which company built the bridge?')).toEqual({
      company: 'sort',
      built: 'said',
      bridge: 'said',
    });
  });

  it('does not make names of German nouns', () => {
    expect(roles('Wie viele Häuser brannten in Valencia?', 'de')).toEqual({
      Häuser: 'sought',
      brannten: 'said',
      Valencia: 'around',
    });
  });

  it('is read of any text', () => {
    fc.assert(
      fc.property(
        hostileText({ maxLength: 300 }),
        fc.constantFrom('en', 'de', 'ar'),
        (text, lang) => {
          const { words } = read(text, lang);
          expect(words.length).toBeLessThan(500);
        },
      ),
    );
  });
});
