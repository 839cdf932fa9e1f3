import { expect, it } from 'vitest';
import { codeUnitsOf } from '../../../../src/text/code-units.ts';
import { TOKEN_KINDS, TokenCache } from '../../../../src/story/join/terms/token-cache.ts';

function read(cache: TokenCache, token: string) {
  const id = cache.idOf(token, codeUnitsOf(token), 0, token.length);
  const term = cache.termOf(id);
  const text = term === 0 ? undefined : cache.vocabulary.textOf(term);
  return { term: text, kind: cache.kindOf(id), hash: cache.hashOf(id) };
}

it('says the same of a token after any number of others', () => {
  const cache = new TokenCache('en');
  const tokens = ['floods', 'Derna', 'The', '40', 'U.S.'];
  const expected = tokens.map((token) => read(cache, token));
  expect(expected.map(({ term }) => term)).toEqual(['flood', 'derna', undefined, '40', 'US']);
  const { other, capital, figure } = TOKEN_KINDS;
  expect(expected.map(({ kind }) => kind)).toEqual([other, capital, capital, figure, capital]);
  const { vocabulary } = cache;
  const seen: (typeof expected)[] = [];
  for (let round = 0; round < 3; round++) {
    for (let n = 0; n < 101_000; n++) read(cache, `name${round}x${n}`);
    cache.trim();
    // After the second round they did not come for so long that they are read anew.
    if (round !== 1) seen.push(tokens.map((token) => read(cache, token)));
  }
  seen.push(tokens.map((token) => read(cache, token)));
  expect(seen).toEqual([expected, expected, expected]);
  // Numbers that were given before still hold.
  expect(cache.vocabulary).not.toBe(vocabulary);
  expect(vocabulary.textOf(1)).toBe('flood');
});
