import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/article/clean-text.ts';

describe('a clean text', () => {
  it.each([
    ['  two   words \n', 'two words'],
    ['har\u00ADbour\u200B', 'harbour'],
    ['SMITH &AMP; SONS', 'SMITH & SONS'],
    ['Tom &amp; Jerry&#8217;s', 'Tom & Jerry’s'],
    ['har&shy;bour', 'harbour'],
    ['R&D; AT&T', 'R&D; AT&T'],
  ])('of %j is %j', (raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });
});
