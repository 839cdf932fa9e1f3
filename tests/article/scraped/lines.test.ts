import { describe, expect, it } from 'vitest';
import { readByline } from '../../../src/article/scraped/read-byline.ts';
import { isCaptionLike } from '../../../src/article/scraped/caption.ts';
import { splitCredit } from '../../../src/article/scraped/credit.ts';
import { findBoilerplate } from '../../../src/article/scraped/find-boilerplate.ts';
import { endsSentence, isHeadlineLike } from '../../../src/article/scraped/headline.ts';
import { findSection } from '../../../src/article/scraped/section.ts';
import { sourceNameFromPath } from '../../../src/article/source-name-from-path.ts';
import { findSubhead } from '../../../src/article/scraped/subhead.ts';

describe('a headline', () => {
  const line = (text: string) => ({ number: 1, raw: text, text, gap: 1 });
  it.each([
    'Kremlin: Nothing Ruled Out, but Guarantees Wanted',
    'Will the Ferry Sail Again?',
    'Deal Reached With U.S.',
    '‘We Were Lucky’: A Town After the Flood',
    'iPhone Prices Rise',
    '3 Dead After Crash',
    'البرلمان يقر الموازنة الجديدة',
  ])('can be "%s"', (text) => expect(isHeadlineLike(line(text))).toBe(true));
  it.each([
    'The council met on Monday and decided nothing.',
    '"We were lucky," she said.',
    'and then it rained',
    '- A second plan',
    'Updated 02 December 2021',
    'TT',
    'Middle East',
    'By Ines Calder',
    'https://wire.example/a',
    '2024',
  ])('can not be "%s"', (text) => expect(isHeadlineLike(line(text))).toBe(false));
});

it.each([
  ['It ended.', true],
  ['“It ended.”', true],
  ['It ended. (AFP)', true],
  ['to be continued…', false],
  ['by the U.S.', false],
  ['Acme Inc.', false],
  ['An end', false],
])('"%s" ends like a sentence: %s', (text, ends) => expect(endsSentence(text)).toBe(ends));

describe('a credit is split from its caption', () => {
  it.each([
    ['Leaders meet. (KCNA via YNA/dpa)', 'Leaders meet.', 'KCNA via YNA/dpa'],
    ['Leaders meet, Friday, June 14, 2024. (AP Photo/A. Renn, Pool)', 'Leaders meet, Friday, June 14, 2024.', 'AP Photo/A. Renn, Pool'],
    ['Leaders meet (Reuters)', 'Leaders meet', 'Reuters'],
    ['A view of the plant. (Supplied)', 'A view of the plant.', 'Supplied'],
    ['Leaders meet in Oste. Photo: Ana Lindt', 'Leaders meet in Oste.', 'Ana Lindt'],
    ['Leaders meet in Oste. REUTERS/Ana Lindt', 'Leaders meet in Oste.', 'REUTERS/Ana Lindt'],
    ['Leaders meet in Oste. AFP', 'Leaders meet in Oste.', 'AFP'],
    ['Leaders meet, May 3, 2019. REUTERS/Ana Lindt/File Photo', 'Leaders meet, May 3, 2019.', 'REUTERS/Ana Lindt/File Photo'],
  ])('%s', (line, text, credit) => expect(splitCredit(line)).toEqual({ text, credit })); // prettier-ignore
  it.each([
    ['Leaders meet in Oste - AFP', 'AFP'],
    ['Leaders meet in Oste | Reuters', 'Reuters'],
    ['Leaders meet in Oste — AP Photo', 'AP Photo'],
  ])('%s, if the line is known to be a caption', (line, credit) => {
    expect(splitCredit(line, true)).toEqual({ text: 'Leaders meet in Oste', credit });
    expect(splitCredit(line)).toEqual({ text: line });
  });
  it.each([
    'The minister (left) shakes hands.',
    'The party won by a landslide (see page two).',
    'He takes a photo by the river at dusk',
    'He was born in the old town (1931)',
    'He works for the big agency - AFP, that is',
  ])('"%s" has no credit', (text) => expect(splitCredit(text, true)).toEqual({ text }));
});

it.each([
  ['14 September 2023, Russia, Uglegorsk: Leaders meet.', true],
  ['FILE - Leaders meet.', true],
  ['FILE PHOTO: Leaders meet.', true],
  ['Leaders meet. (AFP)', true],
  ['File-sharing sites were shut on Monday.', false],
  ['14 September 2023 was a Thursday: nothing happened.', false],
])('"%s" is recognized as a caption: %s', (text, is) => expect(isCaptionLike(text)).toBe(is));

describe('a byline', () => {
  it.each([
    ['By Ines Calder', { author: 'Ines Calder' }],
    ['AFP', { author: 'AFP' }],
    ['(Reuters)', { author: 'Reuters' }],
    ['Cairo: Asharq Al-Awsat', { author: 'Asharq Al-Awsat', place: 'Cairo' }],
  ])('%s', (line, byline) => expect(readByline(line)).toEqual(byline));
  it.each([
    ['Updated 02 December 2021', 'updated', '2021-12-02T00:00:00.000Z'],
    ['Published: Thu 14 Sep 2023 10.22 GMT', 'published', '2023-09-14T10:22:00.000Z'],
    ['Last updated on September 14, 2023', 'updated', '2023-09-14T00:00:00.000Z'],
    ['December 02, 2021 11:34', 'published', '2021-12-02T00:00:00.000Z'],
  ] as const)('%s', (line, kind, iso) => expect(readByline(line)?.[kind]?.iso).toBe(iso));
  it('may contain both dates and a name', () => {
    const line = 'Ines Calder | Published 1 May 2023 | Updated 2 May 2023';
    const byline = readByline(line);
    expect(byline?.author).toBe('Ines Calder');
    expect(byline?.published?.iso).toBe('2023-05-01T00:00:00.000Z');
    expect(byline?.updated?.iso).toBe('2023-05-02T00:00:00.000Z');
  });
  it.each([
    'PARIS OLYMPICS OPEN',
    'DAMASCUS WELCOMES ENVOY',
    'By the time he came, it was over',
    'The war began on 24 February 2022',
    'Port Alder',
  ])('is not "%s"', (line) => expect(readByline(line)).toBeUndefined());
});

it.each([
  ["'Friendship'", "'Friendship'"],
  ['- Intervention serves nobody', 'Intervention serves nobody'],
  ['- A second plan -', 'A second plan'],
  ['## Background', 'Background'],
  ['What happens next?', 'What happens next?'],
  ['Help from three cities', 'Help from three cities'],
  ['It rained.', undefined],
  ['"It rained."', undefined],
  ['- Twelve people were hurt in the north.', undefined],
  ['He asked: "Why?"', undefined],
  ['"No," he said', undefined],
  ['Key points:', 'Key points:'],
  ['The force did not comment on this:', undefined],
  ['The court found that:', undefined],
  ['These are the winners:', undefined],
  ['The director said nothing…', undefined],
  ['said Mayor Rolf Dahl', undefined],
  ["'A Long Wait...'", "'A Long Wait...'"],
  ['iPhone sales', 'iPhone sales'],
])('of "%s" the sub-head is %s', (text, subhead) => expect(findSubhead(text)).toBe(subhead));

it.each([
  'TT',
  'Short Url',
  'Share on Facebook',
  '3 Comments',
  '2 / 5',
  '4 min read',
  '© 2024 Wire',
  '* * *',
  'Updated 14 sec ago',
  'Read more: Bridge opens',
  'Topics: rain',
  'ines.calder@wire.example',
  '@inescalder',
])('a line "%s" belongs to the site', (text) => expect(findBoilerplate(text)).toBeDefined());
it.each([
  'Share prices fell on Monday.',
  'Topics were few.',
  'Print is dead, he said.',
  'Watch out',
])('a line "%s" belongs to the report', (text) => expect(findBoilerplate(text)).toBeUndefined());

it.each([
  ['World', 'World'],
  ['MIDDLE-EAST', 'MIDDLE-EAST'],
  ['Home > Sport > Tennis', 'Tennis'],
  ['Home', undefined],
  ['A World of Pain', undefined],
])('the section in "%s" is %s', (text, section) => expect(findSection(text)).toBe(section));

it.each([
  ['data/meridian-wire.txt', 'Meridian Wire'],
  ['harbour_courier-2024-03.jsonl', 'Harbour Courier'],
  ['BBC News.txt', 'BBC News'],
  ['000_86b60898fef1e352.txt', undefined],
  ['deadbeefcafe.txt', undefined],
  ['articles.txt', undefined],
  ['2024-01-01.txt', undefined],
  ['a.txt', undefined],
])('the source of file %s is %s', (path, name) => expect(sourceNameFromPath(path)).toBe(name));
