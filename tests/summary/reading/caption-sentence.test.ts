import { describe, expect, it } from 'vitest';
import { isCaption, pointsAtPicture } from '../../../src/summary/reading/caption-sentence.ts';

describe('a caption', () => {
  it.each([
    ['Ruins: A man walks through mud in the city of Derna.', true],
    ['The mayor (left) visits the harbour with his deputy.', true],
    ['Mayor Lee (second left) cut a ribbon in the harbour.', true],
    ['The mayor pictured with his deputy.', true],
    ['Lee, left, greets the harbour master.', true],
    ['Bakers Ann Lee, second left, and Ben Lee, second right, put up money for it.', true],
    ['Andrew Lee: He will be paid £1.5million for the next year.', true],
    ['Royal theme: A cup which is sold for £14 on cups.example.co.uk.', true],
    ['Born in the year of the royal baby: Cupmakers celebrate with a range of cups.', true],
    ['How time passes: The Lees wed on a day in 1941 while he. was on leave.', true],
    ['Matilde Lee and Ann Ross arriving at court today: The couple deny the charge.', true],
    ['Winner, winner: 24-year-old Ann Lee has won a million.', true],
    ['Amazing: the curtain of colours above the harbour of Norrvik.', true],
    [`Makeover: Ann Lee ${'spent her savings on lamps and '.repeat(9)}paint.`, true],
    ['The pictures in the gallery above include work from Norrvik.', true],
    ['In the video below, Lee can be seen laughing.', true],
    ['The map above all shows how far the sea came.', false],
    ['Michael Lee speaks with (from left) Ann Ross and Ben Ross.', true],
    ['The bus turned left and the car stopped.', false],
    ['WHO: Cholera cases have doubled in a month.', false],
    ['The truth is plain: The dam was old.', false],
    ['The mayor added: There was no warning at all.', false],
    ['The dam above the city broke on Monday.', false],
    ['Mayor Lee (pictured) resigned on Monday after a vote of the council.', false],
    ['The mayor said: There was no warning at all.', false],
    ['The result: a city without water.', false],
    ['The mayor said: "We had no warning at all of what was to come."', false],
  ])('%s %s', (sentence, caption) => {
    expect(isCaption(sentence)).toBe(caption);
  });
});

describe('a sentence in the words of captions, after the first', () => {
  it.each([
    ['This is the moment a ferry hit the pier of Norrvik.', true],
    ['Here is the dramatic scene at the harbour after the fire.', true],
    ["A bird's eye view of the harbour in Norrvik, Velland, shows two sunken boats.", true],
    ["Norrvik's Glen Lee strikes late with a header to win the match.", true],
    ['Lee is congratulated by his team-mates after the third goal.', true],
    ['Shaneah Lee sits next to her mother in the courtroom.', true],
    ["Police watch over travelers at New York's Grand Central Terminal.", true],
    ['A police patrol car sits burnt outside an office in Norrvik, Velland after an attack.', true],
    ['A forensic officer works around a burnt-out car.', true],
    ['Norrvik scientist Glen Lee smiles after the signing of an agreement.', true],
    ['This harbour image shows a large mark near the pier.', true],
    ['These photos taken by Ann Lee show the flooded pier.', true],
    ['The photos show that the pier was rotten.', false],
    ['There were smiles as the ferry came in.', false],
    ['Peru stands in the way of a deal.', false],
    ['Police watch the harbour, and nobody may leave it.', false],
    ['This is a moment that demands patience.', false],
    ['The video shows a man who walks to the pier.', false],
    ['The strikes from Billy Lee sealed the match.', false],
    ['As Lee scores again, the crowd leaves.', false],
    ['Lee struck late with a header to win the match.', false],
  ])('%s %s', (sentence, caption) => {
    expect(isCaption(sentence)).toBe(caption);
    expect(isCaption(sentence, ~0, true)).toBe(false);
  });
});

describe('a sentence that points at a picture', () => {
  it.each([
    ['Mayor Lee (pictured) resigned on Monday.', true],
    ['The harbour (pictured above in 2010) was closed.', true],
    ['Mayor Lee (the youngest) resigned on Monday.', false],
  ])('%s %s', (sentence, points) => {
    expect(pointsAtPicture(sentence)).toBe(points);
  });
});
