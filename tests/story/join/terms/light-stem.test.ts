import { describe, expect, it } from 'vitest';
import { joinableTerm, lightStem } from '../../../../src/story/join/terms/light-stem.ts';

describe('the light stem of a word', () => {
  it.each([
    ['in the city', 'המדינה', 'מדינה'],
    ['and Israel', 'וישראל', 'ישראל'],
    ['in Israel', 'בישראל', 'ישראל'],
    ['too short for a prefix', 'הר', 'הר'],
  ])('has no prefix in Hebrew: %s', (_, word, stem) => {
    expect(lightStem(word, 'he')).toBe(stem);
  });

  it.each([
    ['the government', 'الحكومة', 'حكوم'],
    ['and the government', 'والحكومة', 'حكوم'],
    ['to the government', 'للحكومة', 'حكوم'],
    ['the engineers', 'المهندسون', 'مهندس'],
    ['her house', 'بيتها', 'بيت'],
    ['too short for a prefix', 'الى', 'الى'],
  ])('has neither article nor ending in Arabic: %s', (_, word, stem) => {
    expect(lightStem(word, 'ar')).toBe(stem);
  });

  it('is the word in other languages', () => {
    expect(lightStem('הבית', 'en')).toBe('הבית');
    expect(joinableTerm('government', 'el')).toBe('gover');
  });

  it('is what words are compared by, cut to their first letters', () => {
    expect(joinableTerm('בירושלים', 'he')).toBe(joinableTerm('ירושלים', 'he'));
    expect(joinableTerm('وبالمستشفيات', 'ar')).toBe(joinableTerm('المستشفيات', 'ar'));
  });
});
