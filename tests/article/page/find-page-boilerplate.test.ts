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
    ['Follow us on Facebook, Instagram and X', 0],
    ['Find The Meridian on Bluesky for more.', 0],
    ['LIKE US ON FACEBOOK', 0],
    ['Do you have a news tip? Send us an e-mail.', 0],
    ['What do you think? Let us know in the comments.', 0],
    ['Get the latest headlines every morning', 0],
    ['The story continues below the picture.', 0],
    ['Your gift keeps our journalism free. Donate now.', 0.3],
    ['Vill du läsa hela artikeln? Bli prenumerant.', 0],
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
    ['Officials said that 20% remains under the control of the rebels.', 0],
    ['With 97 percent of the votes counted and 3% remaining, the mayor conceded defeat.', 0],
    ['Only 5% is left of the forest that covered the island in 1950.', 0],
    ['Viewers were told to sign in to continue watching on a second screen.', 0],
    ['The beach is open only to members of the sailing club, which has 300 of them.', 0],
    ['Patients have to register to access the service, which opens in May.', 0],
    ['Das Angebot gilt nur für Abonnenten der Bahn, teilte das Unternehmen mit.', 0],
    ['Like many users on Twitter, the minister did not know that the picture was old.', 0],
    ['Join the army or go to prison on X charges, the men were told.', 0],
    ['Published in 2019, the report put the cost at 3.45 million crowns.', 0],
    ['Updated figures released at 10.30 on Monday showed that four people were missing.', 0],
    ['This document was published by the ministry last year and has been cited since.', 0],
    ['This material may not be taken out of the country, the museum said.', 0],
    ['Get the best seats, the theatre said, and you still see only half of the stage.', 0],
    ['Every week we send ten lorries to the border, the aid group said.', 0],
    ['If you liked this winter, you will love the next one, the forecaster joked.', 0],
    ['What do you think? That is the question that the mayor put to 4,000 households.', 0],
    ['Have a tip on a missing cat? That is how most calls to the station begin.', 0],
    ['Your browser is the door through which they came, the police told the bank.', 0],
    ['The article continues to be read in schools, eighty years after it was printed.', 0],
  ])('is a sentence of the report: %s', (text, linkShare) => {
    expect(findPageBoilerplate({ text, linkShare })).toBeUndefined();
  });
});
