import { describe, expect, it } from 'vitest';
import { findPageBoilerplate } from '../../../src/article/page/find-page-boilerplate.ts';

describe('a line of a page', () => {
  it.each([
    ['Read more: How the harbour lost its ferries', 0.9],
    ['SEE MORE: Bridge shut for months', 1],
    ['اقرأ أيضا: كيف فقد الميناء عباراته', 1],
    ['Sign up for our daily newsletter', 0.2],
    ['Get the best of the week delivered to your inbox', 0.5],
    ['Follow Ana Renn on Twitter: @anarenn', 0],
    ['Media playback is unsupported on your device', 0],
    ['Advertisement', 0],
    ['REKLAM', 0],
    ['– Anzeige –', 0],
    ['Publicité', 0],
    ['広告', 0],
    ['Link zum YouTube-Inhalt', 0],
    ['Il vous reste 62 % de ce texte à lire. La suite est réservée aux abonnés.', 0],
    ['Réservé à nos abonnés', 0],
    ['Published: 10:48, Tue, Nov 19, 2019', 0],
    ['© 2024 The Meridian', 0],
    ['Jo Hale contributed to this report.', 0],
    ['Leave a comment', 0],
  ])('is boilerplate: %s', (text, linkShare) => {
    expect(findPageBoilerplate({ text, linkShare })).toBeDefined();
  });

  it.each([
    ['Reklam geliri bu yıl arttı.', 0],
    ['Die Anzeige gegen den Minister wurde am Montag zurückgezogen.', 0],
    ['Loading docks on the far side stay open, the port said.', 0],
    ['This video shows soldiers crossing the bridge, officials said.', 0],
    ['Copyright law was not written for this, the judge said.', 0],
    ['Sponsored by two senators, the bill passed on Monday by a wide margin.', 0],
    ['Like us, they waited for the ferry, one passenger said.', 0],
    ['Follow the money, she told the court on Tuesday.', 0],
    ['Read aloud, the letter took two minutes: nobody spoke.', 0],
    ["The company's subscription prices rise in May.", 0.3],
    ['Published in 1962, the novel made her known.', 0],
    ['Reporting by the newspaper showed that both knew.', 0],
  ])('is a sentence of the report: %s', (text, linkShare) => {
    expect(findPageBoilerplate({ text, linkShare })).toBeUndefined();
  });
});
