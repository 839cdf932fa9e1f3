import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseHeadline } from '../../../src/story/brief/choose-headline.ts';
import { findHeadlineFault } from '../../../src/story/brief/headline-faults.ts';

const article = (title: string, id = title, lang = 'en') => ({ id, title, lang });
const choose = (titles: readonly string[]) =>
  chooseHeadline(titles.map((title) => article(title)))?.text;

describe('chooseHeadline', () => {
  it('takes the headline that says most of what the others say', () => {
    expect(
      choose([
        'Two Romanians among the missing',
        'Flash floods in eastern regions',
        'Spain floods: at least 95 dead in Valencia',
        'Floods in Spain: dozens missing',
        'Valencia floods kill 95',
      ]),
    ).toBe('Spain floods: at least 95 dead in Valencia');
  });

  it('takes no word for a headline', () => {
    expect(choose(['Floods', 'Floods hit eastern Spain', 'Floods kill 95 in Spain'])).not.toBe(
      'Floods',
    );
  });

  it('passes over labels, questions and teasers', () => {
    expect(
      choose([
        'Live: Spain floods kill at least 95 in Valencia',
        'Why did the Spain floods kill so many in Valencia?',
        'Spain floods in Valencia: what we know so far',
        'Villagers clear mud from their homes',
      ]),
    ).toBe('Villagers clear mud from their homes');
  });

  it('takes no toll that a later headline gives higher', () => {
    const titles = ['Quake kills 12 in Pelu', 'Pelu quake kills 12', 'Pelu quake toll rises to 31'];
    const dated = titles.map((title, i) => ({ ...article(title), at: 1000 * (i + 1) }));
    expect(chooseHeadline(dated)?.text).toBe(titles[2]);
    expect(chooseHeadline(titles.map((title) => article(title)))?.text).not.toBe(titles[2]);
  });

  it('is about the sentence with which the story is told, unless most are on something else', () => {
    const pair = ['Rescue flights from Pelu are halted', 'Rescue flights from Pelu to resume'];
    const text = 'The army will resume its rescue flights from Pelu, a spokesman said.';
    const told = (titles: readonly string[]) =>
      chooseHeadline(
        titles.map((title) => article(title)),
        { opening: { articleId: pair[1]!, text } },
      )?.text;
    expect(told(pair)).toBe(pair[1]);
    expect(told(pair.toReversed())).toBe(pair[1]);
    const dam = ['Dam bursts at Pelu', 'Pelu dam bursts after rain', 'Dam at Pelu bursts at night'];
    const quakes = ['Quake of 6.9 hits Pelu', 'Quake of 8.8 hits Pelu; Ostria warns of a tsunami'];
    const quake = { articleId: quakes[1]!, text: 'A quake of 8.8 was felt in Pelu on Saturday.' };
    const articles = quakes.map((title) => article(title));
    expect(chooseHeadline(articles, { opening: quake })?.text).toBe(quakes[1]);
    expect(told([...dam, 'Army resumes flights'])).toMatch(/[Dd]am/);
  });

  it('takes no date for a headline', () => {
    expect(choose(['April 27, 2009', 'Why did the dam fail?'])).toBe('Why did the dam fail?');
  });

  it.each<readonly [string] | readonly [string, string]>([
    ['April 27,2009'],
    ['9 September 2013, 14:08'],
    ['21 July 2013 Last updated at 11:11 GMT'],
    ['Published on 18th September 2013'],
    ['Publié le 3 mai 2024 à 12h'],
    ['Aktualisiert am 3. Mai 2024'],
    ['March 2, 2026, 9 a.m. EST'],
    ['Poniedziałek, 3 marca 2025', 'pl'],
    ['Sobota 8. ledna 2005', 'cs'],
    ['maandag 3 maart 2025 om 11:11', 'nl'],
    ['السبت 8 كانون الثاني 2005', 'ar'],
    ['सोमवार, 3 मार्च 2025', 'hi'],
  ])('%s is a date', (headline, lang = 'en') => {
    expect(findHeadlineFault(headline, lang)).toBe('date');
  });

  it.each([
    ['Markets 2025', 'en'],
    ['Mardi Gras 2025', 'en'],
    ['Wtorki 2025', 'pl'],
    ['Sunderland 3, Derby 1', 'en'],
  ])('%s is no date', (headline, lang) => {
    expect(findHeadlineFault(headline, lang)).not.toBe('date');
  });

  it.each([
    'Report on how they live: rents double',
    'Updated vaccine approved in 12 states',
    'Published papers show 3,000 died',
    'Games of 2024 open in Paris on 26 July',
    'Brexit: 31 January 2020',
    '95 dead',
  ])('%s is more than a date', (headline) => {
    expect(findHeadlineFault(headline, 'en')).toBeUndefined();
  });

  it('takes the least bad one if there is nothing else', () => {
    expect(
      choose(['Live: Spain floods', 'Spain floods: what we know so far', 'Who is to blame?']),
    ).toBe('Spain floods: what we know so far');
    expect(choose(['Live: Spain floods'])).toBe('Live: Spain floods');
    expect(choose(['', ' '])).toBeUndefined();
  });

  it('prefers the reader’s language, but no label in it', () => {
    const titles = [
      article('Villagers clear mud after floods', 'a'),
      article('Spain floods kill 95 people', 'b'),
      article('Floods kill 95 in Spain', 'e'),
      article('Mindestens 95 Tote bei Überschwemmungen in Spanien', 'c', 'de'),
      article('Directo: inundaciones en Valencia', 'd', 'es'),
    ];
    expect(chooseHeadline(titles, { lang: 'de' })?.articleId).toBe('c');
    expect(chooseHeadline(titles, { lang: 'es' })?.articleId).toBe('b');
    expect(chooseHeadline(titles)?.articleId).toBe('b');
    expect(chooseHeadline(titles, { lang: 'fr' })).toEqual(chooseHeadline(titles));
  });

  it('counts copies of one report once', () => {
    const copies = [1, 2, 3].map((i) => article('Mayor opens flower market', `c${i}`));
    const others = [article('Floods kill 95 in Spain', 'x'), article('Spain floods kill 95', 'y')];
    expect(chooseHeadline([...copies, ...others])?.text).toContain('flower');
    const voiceOf = (id: string) => (id.startsWith('c') ? 'agency' : id);
    expect(chooseHeadline([...copies, ...others], { voiceOf })?.text).toContain('Spain');
  });

  it('does not depend on the order of the articles', () => {
    const titles = [
      'Floods kill 95',
      'Floods kill 96',
      'Flood kills 95',
      'Live: floods',
      'Mud',
    ].map((title, i) => article(title, `id${i}`));
    fc.assert(
      fc.property(fc.shuffledSubarray(titles, { minLength: titles.length }), (shuffled) => {
        expect(chooseHeadline(shuffled)).toEqual(chooseHeadline(titles));
      }),
    );
  });
});

describe('findHeadlineFault', () => {
  it.each([
    ['Live: Earthquake hits Turkey', 'en'],
    ['Ukraine war live: Russia strikes Kyiv as talks begin – as it happened', 'en'],
    ['Earthquake in Turkey | Live updates', 'en'],
    ['Champions League final: minute-by-minute report', 'en'],
    ['Spain floods – live', 'en'],
    ['Spain floods live: army joins search', 'en'],
    ['The Latest: Storm moves inland', 'en'],
    ['Liveticker: Hochwasser in Spanien', 'de'],
    ['Krieg im Liveblog: Angriffe auf Kiew', 'de'],
    ['EN DIRECT - Inondations en Espagne : le bilan monte', 'fr'],
    ['Inondations en Espagne, en direct : le bilan monte', 'fr'],
    ['DIRECTO | Inundaciones en Valencia', 'es'],
    ['Terremoto in Turchia, la diretta: migliaia di morti', 'it'],
    ['AO VIVO: enchentes na Espanha', 'pt'],
    ['Онлайн: наводнение в Испании', 'ru'],
  ])('%s labels a live blog', (headline, lang) => {
    expect(findHeadlineFault(headline, lang)).toBe('live');
  });

  it.each([
    ['Who is to blame for the floods?', 'en'],
    ['Is this the end of the road? Experts disagree', 'en'],
    ['Wer trägt die Schuld?', 'de'],
    ['¿Quién tiene la culpa?', 'es'],
    ['هل انتهت الحرب؟', 'ar'],
    ['誰の責任か？', 'ja'],
  ])('%s asks', (headline, lang) => {
    expect(findHeadlineFault(headline, lang)).toBe('question');
  });

  it.each([
    ['What we know so far about the Spain floods', 'en'],
    ["Floods in Spain: here's why so many died", 'en'],
    ["Here's why so many died", 'en'],
    ['5 things to know about the floods', 'en'],
    ['Five key takeaways from the debate', 'en'],
    ['The minister walked in and then…', 'en'],
    ['How the dam failed', 'en'],
    ['Analysis: The floods change Spain', 'en'],
    ['In pictures: Floods in Spain', 'en'],
    ['Everything you need to know about the vote', 'en'],
    ['Was wir über die Flut wissen', 'de'],
    ['Flut in Spanien: Was bisher bekannt ist', 'de'],
    ["Ce que l'on sait des inondations", 'fr'],
    ['Inondations : ce qu’il faut retenir', 'fr'],
    ['Lo que se sabe de las inundaciones', 'es'],
    ['Cosa sappiamo delle alluvioni', 'it'],
    ['O que se sabe sobre as enchentes', 'pt'],
    ['Wat we weten over de overstromingen', 'nl'],
    ['Что известно о наводнении в Испании', 'ru'],
  ])('%s teases', (headline, lang) => {
    expect(findHeadlineFault(headline, lang)).toBe('teaser');
  });

  it.each([
    ['Floods kill at least 95 in eastern Spain', 'en'],
    ['WHO warns of cholera after floods', 'en'],
    ['Live music returns to Kyiv', 'en'],
    ['Seven key witnesses die in crash', 'en'],
    ['Three people killed in storm', 'en'],
    ['“Where is my son?” mothers ask after ferry disaster', 'en'],
    ['US strikes Iran-backed militia - reports', 'en'],
    ['Spain floods: death toll passes 200', 'en'],
    ['Allianz übernimmt Konkurrenten', 'de'],
    ['Tote bei Überschwemmungen: Was­serpegel sinken', 'de'],
    ['Como, frana travolge una casa: tre morti', 'it'],
    ['Directeur de la banque arrêté', 'fr'],
  ])('%s says what happened', (headline, lang) => {
    expect(findHeadlineFault(headline, lang)).toBeUndefined();
  });
});
