import { array, assert, property, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitChoices } from '../../../src/discord/interactions/suggest-choices.ts';

describe('choices', () => {
  it('are within the limits of Discord, whatever was suggested', () => {
    const choice = record({
      name: string({ maxLength: 300, unit: 'grapheme' }),
      value: string({ maxLength: 200 }),
    });
    assert(
      property(array(choice, { maxLength: 60 }), (choices) => {
        const fitted = fitChoices(choices);
        expect(fitted.length).toBeLessThanOrEqual(25);
        for (const { name, value } of fitted) {
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(100);
          expect(value.length).toBeGreaterThan(0);
          expect(value.length).toBeLessThanOrEqual(100);
          expect(choices.some((one) => one.value === value)).toBe(true);
        }
      }),
    );
  });

  it('keep their order and their values', () => {
    const choices = Array.from({ length: 30 }, (_, n) => ({
      name: `Article ${n}`,
      value: `a${n}`,
    }));
    expect(fitChoices(choices)).toEqual(choices.slice(0, 25));
  });

  it('have a long name cut, and are left out if the value is too long', () => {
    const long = 'word '.repeat(40).trim();
    expect(fitChoices([{ name: long, value: 'a' }])[0]?.name).toMatch(/^word .*…$/u);
    expect(fitChoices([{ name: 'a', value: long }])).toEqual([]);
  });
});
