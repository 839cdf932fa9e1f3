import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const PICTURES = 'docs/pictures';
const DOCUMENTS = ['README.md', 'DESIGN.md', 'CONTRIBUTING.md'];

/** What is wrong with the pictures of a document: not there, or without words for those who cannot see them. */
function findFaults(markdown: string, isThere: (path: string) => boolean): string[] {
  const shown = [
    ...[...markdown.matchAll(/!\[([^\]]*)\]\(([^)\s]+)[^)]*\)/g)].map(([, alt, path]) => ({
      alt,
      path,
    })),
    ...[...markdown.matchAll(/<img\b[^>]*>/g)].map(([tag]) => ({
      alt: /\balt="([^"]*)"/.exec(tag)?.[1],
      path: /\bsrc="([^"]*)"/.exec(tag)?.[1],
    })),
  ];
  const others = [...markdown.matchAll(/\bsrcset="([^"\s]*)/g)].map(([, path]) => path);
  const paths = [...shown.map(({ path }) => path), ...others];
  return [
    ...paths.filter((path = '') => !isThere(path)).map((path) => `${path} is not there`),
    ...shown.filter(({ alt }) => !alt?.trim()).map(({ path }) => `${path} has no words`),
  ];
}

describe('the pictures of the documentation', () => {
  it.each(DOCUMENTS)('are there and described in %s', (name) => {
    const markdown = readFileSync(join(ROOT, name), 'utf8');
    expect(findFaults(markdown, (path) => existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('would be missed', () => {
    const markdown =
      '![A map](a.png) ![](b.png) <img alt="A list" src="c.png"> <img src="b.png"> <source srcset="d.png">';
    expect(findFaults(markdown, (path) => path === 'b.png')).toEqual([
      'a.png is not there',
      'c.png is not there',
      'd.png is not there',
      'b.png has no words',
      'b.png has no words',
    ]);
  });

  it('are small enough for whoever opens the project', () => {
    const names = readdirSync(join(ROOT, PICTURES)).filter((name) => name.endsWith('.png'));
    expect(names).not.toEqual([]);
    const large = names.filter((name) => statSync(join(ROOT, PICTURES, name)).size > 200_000);
    expect(large).toEqual([]);
  });
});
