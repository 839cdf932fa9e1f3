import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../src/text/choose-language.ts';
import { loadLanguageDetector } from '../../src/text/detect-language.ts';

const detector = await loadLanguageDetector();
const choose = (declared: string | undefined, text: string) =>
  chooseLanguage(declared, text, detector);

const FRENCH = `Le conseil municipal a voté mardi la reconstruction du pont emporté par la crue de mars.
Les travaux commenceront en juin et dureront deux ans, a précisé la maire devant les habitants.`;
const ENGLISH = `The city council voted on Tuesday to rebuild the bridge that the flood of March swept away.
Work will begin in June and take two years, the mayor told the people of the town.`;

describe('chooseLanguage', () => {
  it('detects the language if none is declared', () => {
    expect(choose(undefined, FRENCH)).toBe('fr');
    expect(choose(undefined, ENGLISH)).toBe('en');
    expect(choose(undefined, 'Наводнение разрушило мост')).toBe('ru');
  });

  it('trusts a text that clearly contradicts its declaration', () => {
    expect(choose('en', FRENCH)).toBe('fr');
    expect(choose('fr', ENGLISH)).toBe('en');
  });

  it.each([
    ['a short text', 'fr', 'Flood sweeps bridge away'],
    ['a text in two languages', 'en', `${ENGLISH}\n\n${FRENCH}`],
    ['a text in two languages, the declared one last', 'en', `${FRENCH}\n\n${ENGLISH}`],
    ['a text without letters', 'fr', '1 : 0, 2 : 2, 3 : 1. '.repeat(20)],
    ['a language that the detector does not know', 'sw', ENGLISH],
  ])('keeps the declared language of %s', (_, declared, text) => {
    expect(choose(declared, text)).toBe(declared);
  });

  it('keeps a declared language that looks like another: Serbian in Latin letters', () => {
    const serbian = `Vlada Srbije je u utorak usvojila plan za obnovu mosta koji je u martu odnela poplava.
      Radovi počinju u junu i trajaće dve godine, rekla je predsednica opštine novinarima u Beogradu.`;
    expect(choose('sr', serbian)).toBe('sr');
  });

  it('tells Indonesian from Malay', () => {
    const indonesian = `Pemerintah mengatakan pada hari Kamis bahwa jembatan itu rusak karena banjir. Polisi
      menutup jalan dan warga tidak bisa pulang dengan mobil.`;
    const malay = `Kerajaan berkata pada hari Khamis bahawa jambatan itu rosak kerana banjir. Polis menutup
      jalan dan penduduk tidak boleh pulang dengan kereta.`;
    expect(choose(undefined, indonesian)).toBe('id');
    expect(choose(undefined, malay)).toBe('ms');
    expect(choose('id', malay)).toBe('id');
  });

  it.each([
    ['en', undefined, ''],
    ['en', 'und', '…'],
    ['en', 'English please', '12:30'],
    ['fr', 'fr-CA', ''],
    ['fr', 'fra', ''],
    ['he', 'iw', ''],
    ['no', 'nb-NO', ''],
    ['zh', 'zh-Hans-CN', ''],
  ])('returns %s for the declared %s if the text says nothing', (lang, declared, text) => {
    expect(choose(declared, text)).toBe(lang);
  });

  it('uses the declared language if there is no detector', () => {
    expect(chooseLanguage('de-AT', FRENCH, undefined)).toBe('de');
    expect(chooseLanguage(undefined, FRENCH, undefined)).toBe('en');
  });

  it('returns a primary subtag for any text, and always the same one', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 2000 }),
      fc.string({ maxLength: 2000 }),
    );
    fc.assert(
      fc.property(
        texts,
        fc.option(fc.string({ maxLength: 8 }), { nil: undefined }),
        (text, tag) => {
          const lang = choose(tag, text);
          expect(lang).toMatch(/^[a-z]{2,3}$/);
          expect(choose(tag, text)).toBe(lang);
        },
      ),
    );
  });
});
