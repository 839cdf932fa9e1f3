import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutToWidth, drawableName, widthOf } from '../../../src/render/picture/picture-text.ts';
import { hostileText } from '../../support/hostile-text.ts';

describe('a name in a picture', () => {
  it.each([
    ['Harbour Post', 'Harbour Post'],
    ['Süddeutsche – Ökonomie', 'Süddeutsche – Ökonomie'],
    ['Газета «Вестник»', 'Газета «Вестник»'],
    ['BBC عربي', 'BBC عربي'],
    ['Ｗｉｄｅ Ⅳ', 'Wide IV'],
    ['News 🎉 of\tthe\n day', 'News of the day'],
    ['Cafe\u0301', 'Café'],
  ])('is drawn as written: %j', (name, drawn) => {
    expect(drawableName(name)).toBe(drawn);
  });

  it.each(['朝日新聞', 'The 新聞 Post', 'हिन्दुस्तान', '🎉🎉', '', ' \u202e '])(
    'is not drawn at all if the fonts lack one of its letters: %j',
    (name) => {
      expect(drawableName(name)).toBe('');
    },
  );

  it('is always short, without characters that SVG forbids', () => {
    fc.assert(
      fc.property(hostileText(), (name) => {
        const drawn = drawableName(name);
        expect(drawn.length).toBeLessThanOrEqual(200);
        expect(drawn).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffd-\uffff]|\p{M}{3}/u);
      }),
    );
  });
});

describe('the width of a line', () => {
  // Bounding boxes by resvg for the same words, at a size of 100.
  it.each([
    ['illicit titles', 454.9],
    ['WOMEN HOMEMADE', 992.9],
    ['Côte d’Ivoire, Türkiye', 969.8],
  ])('of %j is close to the drawn width', (line, drawn) => {
    expect(widthOf(line, 100) / drawn).toBeGreaterThan(0.97);
    expect(widthOf(line, 100) / drawn).toBeLessThan(1.07);
  });
});

describe('a cut to a width', () => {
  it('does not change a text that fits', () => {
    expect(cutToWidth('Post', 100, 16)).toBe('Post');
  });

  it('ends in an ellipsis and fits', () => {
    const cut = cutToWidth('A Newspaper of Record and Commerce', 120, 16);
    expect(cut).toMatch(/^A News.*…$/u);
    expect(widthOf(cut, 16)).toBeLessThanOrEqual(120);
  });
});
