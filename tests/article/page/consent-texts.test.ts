import { describe, expect, it } from 'vitest';
import { isConsentText } from '../../../src/article/page/report/consent-texts.ts';

const repeat = (sentence: string): string => Array.from({ length: 12 }, () => sentence).join(' ');

describe('a text', () => {
  it.each([
    ['English', 'Partner 1: may keep data about your visit on your device and combine it with advertising that you see elsewhere.'],
    ['German', 'Wir und unsere Partner speichern Daten auf Ihrem Gerät und bitten um Ihre Einwilligung zu diesen Zwecken.'],
    ['French', 'Nos partenaires conservent des données sur votre terminal et vous montrent de la publicité.'],
    ['Spanish', 'Nuestros socios guardan datos de su visita en su dispositivo para fines de publicidad.'],
  ])('asks for consent in %s', (_, sentence) => {
    expect(isConsentText(repeat(sentence))).toBe(true);
  }); // prettier-ignore

  it.each([
    ['a ferry', 'The ferry across Lake Torvald will stop running at the end of March, the county council decided.'],
    ['data protection', 'The regulator fined the publisher because it stored personal data before visitors had given consent.'],
    ['people who say "you"', 'You cannot pay for a boat that is half empty, she told us, and we have to tell you that.'],
  ])('reports on %s', (_, sentence) => {
    expect(isConsentText(repeat(sentence))).toBe(false);
  }); // prettier-ignore
});
