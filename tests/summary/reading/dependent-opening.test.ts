import { describe, expect, it } from 'vitest';
import {
  isDependentOpening,
  isHalfQuoted,
} from '../../../src/summary/reading/dependent-opening.ts';

describe('a dependent opening', () => {
  it.each([
    ['He climbed to the roof.'],
    ['"They left us nothing," said Omar.'],
    ['But the dam held.'],
    ['That decision was overturned.'],
    ['According to that record, alarms sounded.'],
    ['Two of them blocked the lanes.'],
    ['It was built in 1970.'],
    ['The same day the port was closed.'],
    ['Hours later, the bridge fell.'],
    ['Even so, the steel must be cut.'],
    ['To counter this, the port was closed.'],
    ['Both were released.'],
    ['Since then, prices have doubled.'],
    ['Two of the men have left.'],
    ['At least three of the victims were tourists.'],
    ['For most people, it has become a need.'],
    ['In the video, the trio ask for help.'],
    ['Starting four months before the birth, she took a drug.'],
    ['Every aspect of this trade is foul.'],
    ['Not only that, the dam was old.'],
    ['Er stieg auf das Dach.', 'de'],
    ['Deshalb wurde der Hafen gesperrt.', 'de'],
    ['Zwei der Männer flohen.', 'de'],
    ['C’est pourquoi le port a fermé.', 'fr'],
    ['Deux des hommes ont fui.', 'fr'],
    ['Por eso cerraron el puerto.', 'es'],
    ['Per questo il porto è chiuso.', 'it'],
    ['Por isso o porto fechou.', 'pt'],
    ['Hij klom op het dak.', 'nl'],
    ['Zij vroeg om geld.', 'nl'],
    ['Daarom stemt het parlement in maart.', 'nl'],
    ['Het kost de staat negen miljoen euro.', 'nl'],
    ['Därför stängdes hamnen.', 'sv'],
    ['De har flytt.', 'sv'],
    ['Derfor ble havnen stengt.', 'nb'],
    ['Hun klatret opp på taket.', 'no'],
    ['Namun bendungan itu bertahan.', 'id'],
    ['Двое из мужчин бежали.', 'ru'],
    ['Тому порт закрили.', 'uk'],
    ['Її затримали.', 'uk'],
    ['Mais le barrage a tenu.', 'fr'],
    ['Но плотина выдержала.', 'ru'],
  ])('%s', (sentence, lang = 'en') => {
    expect(isDependentOpening(sentence, lang)).toBe(true);
  });

  it.each([
    ['Heavy rain fell on Monday.'],
    ['Item by item, the list was read.'],
    ['This week the port was closed.'],
    ['It is not clear who built the dam.'],
    ['It emerged that the dam was old.'],
    ['So far, the dam has held.'],
    ['Then-President Lee built the dam.'],
    ['Both France and Spain sent ships.'],
    ['Two days after the quake, the dam broke.'],
    ['Andrea Lee spoke.'],
    ['Two of the men who fled were found.'],
    ['Two of the country’s banks were closed.'],
    ['In the end, it was the mayor who paid.'],
    ['After Mayor Lee came, she spoke of the dam.'],
    ['Das Parlament stimmt im März ab.', 'de'],
    ['Het parlement stemt in maart.', 'nl'],
    ['De statsministern kom.', 'sv'],
    ['Erst am Montag hielt der Damm.', 'de'],
    ['أعلنت الشرطة.', 'ar'],
    ['', 'en'],
    ['He climbed.', '__proto__'],
  ])('does not include: %s', (sentence, lang = 'en') => {
    expect(isDependentOpening(sentence, lang)).toBe(false);
  });
});

describe('half a quotation', () => {
  it.each([
    ['"We had no warning.', true],
    ['We had no warning."', true],
    ['‘The dam’s wall had cracks.', true],
    ["'I'm tired of warnings.", true],
    ['We had no warning.”', true],
    ['"We had no warning," Omar said.', false],
    ['‘The dam’s wall had cracks,’ he said.', false],
    ["'I'm tired of warnings,' he said.", false],
    ['Omar said: "We had no warning."', false],
    ['«Kein Wort», sagte er.', false],
    ['„Kein Wort“, sagte er.', false],
    ['»Kein Wort«, sagte er.', false],
    ['‚Kein Wort‘, sagte er.', false],
    ['»Kein Wort.', true],
    ['‚Kein Wort.', true],
    ['›Kein Wort.', true],
    ["The dam held at the farmers' houses.", false],
    ['It stood 10" high.', false],
    ['', false],
  ])('%s – %s', (sentence, half) => {
    expect(isHalfQuoted(sentence)).toBe(half);
  });
});
