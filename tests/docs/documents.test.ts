import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
/** Documents by others, or not written for readers. */
const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', 'coverage', '.git', 'store', 'fixtures']);
const DOCUMENTS = listDocuments(ROOT);
/** A changelog may name files that are gone. */
const CURRENT_DOCUMENTS = DOCUMENTS.filter((name) => !name.endsWith('CHANGELOG.md'));

/** Paths that documents may name although a fresh checkout lacks them: examples, and what a run creates. */
const ABSENT_PATHS = new Set([
  'commands/weather.ts',
  'tests/commands/weather.test.ts',
  'data/store',
  'data/store/dateline.sqlite',
  'data/store/dateline.sqlite.index',
  'data/store/ID.index',
]);

describe('the documents', () => {
  it('include those that the tests below must see', () => {
    expect(DOCUMENTS).toEqual(
      expect.arrayContaining(['DESIGN.md', 'README.md', 'docs/figures.md', 'data/inbox/README.md']),
    );
  });

  it('keep DESIGN.md within 200 lines', () => {
    expect(read('DESIGN.md').split('\n').length - 1).toBeLessThanOrEqual(200);
  });

  it('show the line of rooms that the architecture test enforces', () => {
    const [, line = ''] =
      /const LINE = \[([\s\S]*?)\n\];/.exec(read('tests/architecture.test.ts')) ?? [];
    const rooms = [...line.matchAll(/'([^']+)'/gu)].map(([, room = '']) => room);
    const design = read('DESIGN.md');
    const [shown = ''] = /`text → [^`]+`/u.exec(design) ?? [];
    expect(shown.replaceAll('`', '').split(/ → |, /u)).toEqual(
      rooms.map((room) => room.replace('src/', '')),
    );
    expect(rooms.filter((room) => !design.includes(`\n| \`${room}\` |`))).toEqual([]);
  });

  it('give a reason for every dependency in DESIGN.md', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: object };
    const table = read('DESIGN.md').split('## Dependencies')[1] ?? '';
    const rows = [...table.matchAll(/^\| ([^|]+) \|/gmu)].map(([, names = '']) => names);
    const explained = new Set(rows.flatMap((names) => names.split(', ')));
    expect(Object.keys(dependencies).filter((name) => !explained.has(name))).toEqual([]);
  });

  it('are linked from DESIGN.md if they are decisions', () => {
    const decisions = DOCUMENTS.filter((name) => name.startsWith('docs/decisions/'));
    expect(decisions.filter((name) => !read('DESIGN.md').includes(`(${name})`))).toEqual([]);
  });

  it.each(CURRENT_DOCUMENTS)('name only paths that exist: %s', (name) => {
    expect(findMissingPaths(read(name), dirname(name))).toEqual([]);
  });

  it.each(DOCUMENTS)('have no dead relative links: %s', (name) => {
    expect(findDeadLinks(read(name), dirname(name))).toEqual([]);
  });

  it.each(DOCUMENTS)('name only bench suites and npm scripts that exist: %s', (name) => {
    expect(findUnknownCommands(read(name), dirname(name))).toEqual([]);
  });
});

describe('the checks of the documents', () => {
  it('find a missing path', () => {
    expect(findMissingPaths('`src/nowhere.ts`, src/text and `src/article/FORMAT.ts`', '.')).toEqual(
      ['src/nowhere.ts'],
    );
  });

  it('find a dead link and a dead anchor', () => {
    const markdown =
      '[a](nowhere.md) [b](DESIGN.md) [c](DESIGN.md#words) [d](DESIGN.md#no-such) [e](https://example.org)';
    expect(findDeadLinks(markdown, '.')).toEqual(['nowhere.md', 'DESIGN.md#no-such']);
  });

  it('find an unknown bench suite and an unknown script', () => {
    const markdown = '`npm run bench -- store`, `npm run bench -- nothing`, `npm run nonsense`';
    expect(findUnknownCommands(markdown, '.')).toEqual(['bench -- nothing', 'nonsense']);
  });
});

/** Paths of this repository, in prose or code. A name in capitals (FORMAT) stands for any file. */
const PATH =
  /(?<![\w/.@-])(?:src|commands|bench|docs|packages|tests|data|conformance)\/[\w/.-]*[\w/]/gu;

function findMissingPaths(markdown: string, folder: string): string[] {
  const paths = [...markdown.matchAll(PATH)].map(([path]) => path.replace(/\/$/u, ''));
  return paths.filter(
    (path) =>
      !/[A-Z]{3,}(?!\w*\.md)/u.test(path) &&
      !ABSENT_PATHS.has(path) &&
      !exists(path) &&
      !exists(join(folder, path)),
  );
}

function findDeadLinks(markdown: string, folder: string): string[] {
  const targets = [...markdown.matchAll(/\]\(([^)\s]+)\)/gu)].map(([, target = '']) => target);
  return targets.filter((target) => {
    if (/^[a-z]+:/u.test(target)) return false;
    const [path = '', anchor] = target.split('#');
    if (path !== '' && !exists(join(folder, path))) return true;
    if (anchor === undefined) return false;
    return !listAnchors(path === '' ? markdown : read(join(folder, path))).includes(anchor);
  });
}

/** The anchors that GitHub gives to a document's headings. */
function listAnchors(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/gu, '-'),
  );
}

function findUnknownCommands(markdown: string, folder: string): string[] {
  const scripts = new Set([...readScripts('.'), ...readScripts(folder)]);
  const named = [
    ...markdown.matchAll(/\bnpm run (?:-s )?([a-z][\w:-]*)(?: -- (?!-)([a-z][a-z-]*))?/gu),
  ];
  return named.flatMap(([, script = '', suite]) => {
    if (!scripts.has(script)) return [script];
    if (script !== 'bench' || suite === undefined) return [];
    return exists(`bench/${suite}.ts`) ? [] : [`bench -- ${suite}`];
  });
}

function readScripts(folder: string): string[] {
  const path = join(folder, 'package.json');
  if (!exists(path)) return [];
  return Object.keys((JSON.parse(read(path)) as { scripts?: object }).scripts ?? {});
}

function listDocuments(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return SKIPPED_FOLDERS.has(entry.name) ? [] : listDocuments(path);
      return entry.name.endsWith('.md') ? [relative(ROOT, path)] : [];
    })
    .toSorted();
}

function exists(path: string): boolean {
  return existsSync(join(ROOT, path));
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
