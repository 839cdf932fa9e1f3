import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const PICTURES = 'docs/pictures';
const DOCUMENTS = ['README.md', 'DESIGN.md', 'CONTRIBUTING.md'];

/** Faults of the pictures in a document: a missing file or a missing description. */
function findFaults(markdown: string, exists: (path: string) => boolean): string[] {
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
    ...paths.filter((path = '') => !exists(path)).map((path) => `${path} does not exist`),
    ...shown.filter(({ alt }) => !alt?.trim()).map(({ path }) => `${path} has no description`),
  ];
}

describe('the pictures of the documentation', () => {
  it.each(DOCUMENTS)('exist and have a description in %s', (name) => {
    const markdown = readFileSync(join(ROOT, name), 'utf8');
    expect(findFaults(markdown, (path) => existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('are reported if they are missing', () => {
    const markdown =
      '![A map](a.png) ![](b.png) <img alt="A list" src="c.png"> <img src="b.png"> <source srcset="d.png">';
    expect(findFaults(markdown, (path) => path === 'b.png')).toEqual([
      'a.png does not exist',
      'c.png does not exist',
      'd.png does not exist',
      'b.png has no description',
      'b.png has no description',
    ]);
  });

  it('are small enough to load quickly', () => {
    const names = readdirSync(join(ROOT, PICTURES)).filter((name) => name.endsWith('.png'));
    expect(names).not.toEqual([]);
    const large = names.filter((name) => statSync(join(ROOT, PICTURES, name)).size > 200_000);
    expect(large).toEqual([]);
  });
});
