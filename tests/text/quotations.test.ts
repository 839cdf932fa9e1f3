import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../src/text/quotations.ts';

const quoted = (text: string): string[] =>
  findQuotations(text).map(({ start, end }) => text.slice(start, end));

describe('findQuotations', () => {
  it.each([
    ['He said: "We came. We saw." They left.', ['"We came. We saw."']],
    ['‘We came,’ he said. ‘We saw.’', ['‘We came,’', '‘We saw.’']],
    ["He said: 'It's ours. We won't go.' They left.", ["'It's ours. We won't go.'"]],
    ["The 'super predators' were seen. A calf, too.", ["'super predators'"]],
    ['“He told me: ‘Go.’ I went.” It rained.', ['“He told me: ‘Go.’ I went.”']],
    ['« Pas un mot », dit-elle. « Jamais ! »', ['« Pas un mot »', '« Jamais ! »']],
    ['»Kein Wort«, sagte er.', ['»Kein Wort«']],
    ['»Inget», sade han. «Nein!«, rief er.', ['»Inget»', '«Nein!«']],
    ['‚Kein Wort‘, sagte er. ›Nie.‹ ‹ Non ›', ['‚Kein Wort‘', '›Nie.‹', '‹ Non ›']],
    ['«Он сказал “нет” дважды», — писали газеты.', ['«Он сказал “нет” дважды»']],
    ['وقال إنه "لن يغادر" وب"القوة" نفسها.', ['"لن يغادر"', '"القوة"']],
    ['他说：“我们来了。”她走了。', ['“我们来了。”']],
    ['市長は「町の『心』を守る」と述べた。', ['「町の『心』を守る」']],
    ['«Kein Wort», sagte er. „Nie.“', ['«Kein Wort»', '„Nie.“']],
    ["They told 'em of the '90s and rock 'n' roll.", []],
    ["The farmers' houses and the dam's wall.", []],
    ['It stood 10" high and 5" wide.', []],
    ['', []],
  ])('finds the quotations of %s', (text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  it('ends a quotation that continues in the next paragraph with its own paragraph', () => {
    expect(quoted('"We came. We saw.\n"We left," he said.')).toEqual([
      '"We came. We saw.',
      '"We left,"',
    ]);
  });

  it('does not pair a stray mark with a distant one', () => {
    expect(quoted(`He wrote "we. ${'It rained. '.repeat(200)}" it`)).toEqual([]);
  });

  it('returns quotations in order and without overlaps, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('a. "\'“”‘’«»\n')) }), (text) => {
        let free = 0;
        for (const { start, end } of findQuotations(text)) {
          expect(start).toBeGreaterThanOrEqual(free);
          expect(end).toBeGreaterThan(start);
          free = end;
        }
        expect(free).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
