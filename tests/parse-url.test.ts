import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseUrl } from '../src/parse-url.ts';

const ROOT = join(import.meta.dirname, '..');

describe('parseUrl', () => {
  it.each([
    ['https://bücher.example/ü', undefined, 'https://xn--bcher-kva.example/%C3%BC'],
    ['../a', 'https://example.org/b/c', 'https://example.org/a'],
    ['ü', 'https://example.org/', 'https://example.org/%C3%BC'],
    ['nothing', undefined, undefined],
    ['https://', undefined, undefined],
    ['a', 'nothing', undefined],
  ])('reads %j relative to %j', (text, base, href) => {
    expect(parseUrl(text, base)?.href).toBe(href);
  });

  it('reads an address with an umlaut as well after many calls as after one', () => {
    const refused: number[] = [];
    for (let call = 0; call < 100_000; call += 1) {
      if (!parseUrl(`https://b\u00FCcher.example/${call % 10}`)) refused.push(call);
    }
    expect(refused).toEqual([]);
  });

  it('is used instead of URL.canParse, which is not reliable in Node 20', () => {
    const users = ['src', 'commands'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .map((file) => join(folder, file))
        .filter((file) => file.endsWith('.ts'))
        .filter((file) => readFileSync(join(ROOT, file), 'utf8').includes('canParse(')),
    );
    expect(users).toEqual([]);
  });
});
