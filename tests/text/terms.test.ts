import { describe, expect, it } from 'vitest';
import { splitTerms } from '../support/split-terms.ts';

describe('the terms of a text', () => {
  it.each([
    ['en', 'The president invited the presidents', ['presid', 'invit', 'presid']],
    ['fr', "L'élection et les élections", ['elect', 'elect']],
    ['de', 'Die Wahlen und die Wahl', ['wahl', 'wahl']],
    ['tr', 'Erdoğan seçimleri', ['erdogan', 'secimleri']],
    ['en', 'Erdogan met Erdoğan', ['erdogan', 'met', 'erdogan']],
    ['xx', 'no list, no stemmer', ['no', 'list', 'no', 'stemmer']],
  ])('are stemmed, without stop words, in %s', (lang, text, terms) => {
    expect(splitTerms(text, lang)).toEqual(terms);
  });

  it('include a name that is spelled like a stop word', () => {
    expect(splitTerms('The WHO and the US told us who it was', 'en')).toEqual(['WHO', 'US']);
    expect(splitTerms('U.S. troops', 'en')).toEqual(['US', 'troop']);
  });

  it('ignore capitals if everything is in capitals', () => {
    expect(splitTerms('WHO WILL TELL US', 'en')).toEqual([]);
  });

  it('may be names of built-in properties', () => {
    expect(splitTerms('constructor __proto__ toString', 'en')).toEqual([
      'constructor',
      'proto',
      'tostr',
    ]);
    expect(splitTerms('constructor', '__proto__')).toEqual(['constructor']);
    expect(splitTerms('hasOwnProperty', 'constructor')).toEqual(['hasownproperty']);
  });
});
