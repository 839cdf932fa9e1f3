import { describe, expect, it } from 'vitest';
import { buildReading } from '../../../src/summary/reading/build-reading.ts';

const sentencesOf = (text: string, lang: string): string[] =>
  buildReading({ title: '', text, lang })
    .sentences.filter(({ isCaption }) => !isCaption)
    .map((sentence) => sentence.text);

describe('a headline in the text', () => {
  it.each([
    [
      'fr',
      'Un ferry heurte la jetée de Norrvik tandis que le vent dépasse les cent kilomètres par heure',
      'Un ferry a heurté la jetée lundi matin. Deux marins sont blessés.',
      'Le port reste fermé. Le maire veut une enquête.',
    ],
    [
      'de',
      'Fähre rammt im Sturm die Mole von Norrvik und verletzt zwei Matrosen an Bord schwer',
      'Die Fähre rammte am Montag die Mole. Zwei Matrosen wurden verletzt.',
      'Der Hafen bleibt geschlossen. Die Stadt will den Unfall untersuchen.',
    ],
    [
      'en',
      'Thousands take to the streets of Norrvik amid news of the loss of the ferry and its crew',
      'The ferry hit the pier on Monday. Two sailors were hurt.',
      'The port stays closed. The mayor wants an inquiry.',
    ],
  ])('is no sentence of the report: %s', (lang, heading, first, second) => {
    expect(sentencesOf(`${heading}\n\n${first}\n\n${heading}\n${second}`, lang)).not.toContain(
      heading,
    );
  });

  it.each([
    ['the last words of a text', 'The ferry hit the pier. Two were hurt.\n\nThe port stays closed'],
    ['most have none', 'The ferry hit the pier\n\nTwo were hurt on Monday\n\nThe port is closed.'],
    ['a paragraph goes on', 'The port of Norrvik is closed\nsaid the mayor. Two men were hurt.'],
  ])('is a sentence if it is %s', (_, text) => {
    const closed = sentencesOf(text, 'fr').join(' ');
    expect(closed).toMatch(/closed|hit the pier/u);
  });

  it.each([
    ['What is in the deal on the ferry .', 'See the ferry at the pier of Norrvik » .'],
    ['Hundreds of shoes found under the market .', 'A "ghost ship" at the pier .'],
  ])('may have a stop of its own after a space: %s', (first, second) => {
    const report = 'The ferry hit the pier on Monday. Two sailors were hurt. The port is closed.';
    const sentences = sentencesOf(`${report} ${first} ${report} ${second} ${report}`, 'en');
    expect(sentences).not.toContain(first);
    expect(sentences).not.toContain(second);
    expect(sentences).toContain('The port is closed.');
  });

  it('is a sentence if most stops have a space before them, or if it is long', () => {
    const spaced = 'The ferry hit the pier on Monday .';
    expect(sentencesOf(`${spaced} Two sailors were hurt . The port is closed .`, 'en')).toContain(
      spaced,
    );
    const long =
      'The mayor said on Monday that the port would stay closed until the pier had been repaired .';
    const report = 'The ferry hit the pier on Monday. Two sailors were hurt. ';
    expect(sentencesOf(`${report}${report}${long}`, 'en')).toContain(long);
    const trailing = 'Nobody knows how it will end . . .';
    expect(sentencesOf(`${report}${report}${trailing}`, 'en')).toContain(trailing);
    const french = 'Le port de Norrvik reste fermé .';
    const others = 'Un ferry a heurté la jetée lundi. Deux marins sont blessés. ';
    expect(sentencesOf(`${others}${others}${others}${french}`, 'fr')).toContain(french);
  });
});
