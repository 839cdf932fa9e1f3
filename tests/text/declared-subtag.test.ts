import { describe, expect, it } from 'vitest';
import { declaredSubtag } from '../../src/text/language-tags.ts';

describe('the language that a document declares', () => {
  it.each([
    ['pt_BR', 'pt'],
    ['EN-us', 'en'],
    [' en, fr', 'en'],
    ['fra', 'fra'],
    ['English', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j is %s', (tag, subtag) => {
    expect(declaredSubtag(tag)).toBe(subtag);
  });
});
