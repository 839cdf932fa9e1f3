import {
  array,
  assert,
  boolean,
  constantFrom,
  dictionary,
  oneof,
  property,
  string,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLooseJson } from '../../../src/article/page/facts/read-loose-json.ts';

const ARTICLE = { headline: 'Bridge shut', tags: ['a', 2], author: { name: 'Ana Renn' } };

describe('JSON', () => {
  it.each([
    ['with a comma at each end', '{"headline":"Bridge shut","tags":["a",2,],"author":{"name":"Ana Renn",},}'],
    ['without a comma between lines', '{"headline":"Bridge shut"\n"tags":["a",2]\n"author":{"name":"Ana Renn"}}'],
    ['with comments', '{/* of the page */"headline":"Bridge shut", // in short\n"tags":["a",2],"author":{"name":"Ana Renn"}}'],
    ['behind an opening of a comment', '<!--\n{"headline":"Bridge shut","tags":["a",2],"author":{"name":"Ana Renn"}}\n-->'],
    ['in CDATA', '//<![CDATA[\n{"headline":"Bridge shut","tags":["a",2],"author":{"name":"Ana Renn"}}\n//]]>'],
    ['without its end', '{"headline":"Bridge shut","tags":["a",2],"author":{"name":"Ana Renn"'],
    ['cut in a text', '{"headline":"Bridge shut","tags":["a",2],"author":{"name":"Ana Renn'],
    ['valid', JSON.stringify(ARTICLE, undefined, 2)],
  ])('%s', (_, text) => {
    expect(readLooseJson(text).filter((value) => !Array.isArray(value))).toEqual([ARTICLE]);
  }); // prettier-ignore

  it.each([
    ['quotation marks', '{"a":"He said "no", and "never".","b":1}', { a: 'He said "no", and "never".', b: 1 }],
    ['a quotation mark at the end', '{"a":"They call it "safe"","b":1}', { a: 'They call it "safe"', b: 1 }],
    ['escapes that it does not know', String.raw`{"a":"it\'s \u00e9\n","b":1}`, { a: "it's é\n", b: 1 }],
    ['raw line breaks', '{"a":"one\n\ttwo","b":1}', { a: 'one\n\ttwo', b: 1 }],
  ])('with a text that has %s', (_, text, expected) => {
    expect(readLooseJson(text)).toEqual([expected]);
  }); // prettier-ignore

  it('of several values in a row', () => {
    expect(readLooseJson('{"a":1}{"b":2}\n[3]')).toEqual([{ a: 1 }, { b: 2 }, [3]]);
  });

  it('reads what is valid as it is', () => {
    assert(
      property(dictionary(string(), oneof(string(), boolean())), (value) => {
        expect(readLooseJson(JSON.stringify(value))).toEqual([value]);
      }),
    );
  });

  it('never throws and always ends', () => {
    const piece = constantFrom('{', '}', '[', ']', '"', ',', ':', '\\', '/*', '//', 'a', '\n');
    assert(
      property(array(piece, { maxLength: 60 }), (pieces) => {
        expect(Array.isArray(readLooseJson(pieces.join('')))).toBe(true);
      }),
    );
    for (const each of ['[', '{', '{"a":', '"', '["', '/*', '\n', '{"a"\n', '{"a":"b",\n'])
      readLooseJson(`[${each.repeat(50_000)}`);
  });
});
