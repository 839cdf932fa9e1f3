import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** A room imports only from rooms to its left. Rooms in the same pair of brackets don't import each other. */
const LINE = [
  'src/text',
  'src/article',
  ['src/store', 'src/web'],
  ['src/ingest', 'src/index'],
  'src/summary',
  'src/story',
  'src/digest',
  'src/render',
  'src/command',
  'src/delivery',
  ['commands', 'src/discord'],
  'src/health',
  'src/run',
  'src/cli',
];
const ROOMS = LINE.flat();
/** A separate package. It imports nothing of Dateline, and only src/run imports it, by its name. */
const PACKAGE = { folder: 'packages/local-discord', name: '@dateline/local-discord' };
/** Small files that every room in the line may use. */
const SHARED = [
  'src/abort.ts',
  'src/clock.ts',
  'src/errors.ts',
  'src/hash-code.ts',
  'src/listen-address.ts',
  'src/io.ts',
  'src/log.ts',
  'src/observer.ts',
  'src/once-each.ts',
  'src/parse-url.ts',
  'src/config.ts',
  'src/secret-files.ts',
  'src/setting-values.ts',
  'src/slices.ts',
  'src/repeat.ts',
  'src/version.ts',
];
/** The program's main file, which nothing imports. */
const MAIN = 'src/main.ts';

/** Packages, with the only files that may import them. Their types may be imported anywhere, except for `TYPES_TOO`. */
const IMPORTERS: Record<string, RegExp> = {
  eld: /^src\/text\/detect-language\.ts$/,
  'city-timezones': /^src\/text\/places\/gazetteer\.ts$/,
  'countries-list': /^src\/text\/places\/gazetteer\.ts$/,
  'i18n-nationality': /^src\/text\/places\/gazetteer\.ts$/,
  natural: /^src\/text\/stems\.ts$/,
  stemmer: /^src\/text\/stems\.ts$/,
  '@mozilla/readability': /^src\/article\/page\/readability\/find-content\.ts$/,
  entities: /^src\/article\/feed\/decode-entities\.ts$/,
  htmlparser2: /^src\/article\/(?:feed|page)\//,
  feedsmith: /^src\/ingest\/sources\/(?:parse|build)-opml\.ts$/,
  keyv: /^src\/store\//,
  '@keyv': /^src\/store\//,
  libsql: /^src\/store\//,
  'node-cron': /^src\/delivery\/ticker\.ts$/,
  'discord.js': /^(?:src\/discord|packages\/local-discord\/testing)\//,
  undici: /^src\/web\/request\/undici\.ts$/,
  'ipaddr.js': /^src\/web\//,
  '@resvg': /^src\/discord\/pictures\/render-png\.ts$/,
  'd3-geo': /^src\/render\/picture\//,
  'topojson-client': /^src\/render\/picture\/world-shapes\.ts$/,
  'prom-client': /^src\/health\/create-metrics\.ts$/,
  'robots-parser': /^src\/web\/hosts\/robots\.ts$/,
};

/** Packages whose types may not be imported elsewhere either. */
const TYPES_TOO: ReadonlySet<string> = new Set(['discord.js']);

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
  /** Whether the target is loaded only when the function that imports it runs. */
  readonly isLate: boolean;
}

const all = ['src', 'commands', 'packages', 'tests', 'bench'].flatMap((folder) =>
  listFiles(join(ROOT, folder)),
);
const files = all.filter(
  (file) => !/^(?:(?:packages\/[^/]+\/)?tests|bench)\/|\/(?:example|vitest\.config)\b/.test(file),
);
const imports = files.flatMap(readImports);

describe('the line of rooms', () => {
  it('is checked with imports that are really found', () => {
    expect(imports.length).toBeGreaterThan(3000);
  });

  it('includes every file', () => {
    const missing = files.filter(
      (file) => roomOf(file) === undefined && ![...SHARED, MAIN].includes(file),
    );
    expect(missing).toEqual([]);
  });

  it('has no import to the right', () => {
    const wrong = imports.filter(isWrong).map(({ from, to }) => `${from} imports ${to}`);
    expect(wrong).toEqual([]);
  });

  it('reports an import to the right', () => {
    expect(isWrong({ from: 'src/index/a.ts', to: 'src/story/b.ts' })).toBe(true);
    expect(isWrong({ from: 'src/index/a.ts', to: 'src/ingest/b.ts' })).toBe(true);
    expect(isWrong({ from: 'src/story/a.ts', to: 'src/index/b.ts' })).toBe(false);
  });
});

describe('the package of the local Discord', () => {
  const everyImport = all.flatMap(readImports);
  const isInside = (file: string) => file.startsWith(`${PACKAGE.folder}/`);

  it('imports nothing of Dateline, its tests included', () => {
    const outward = everyImport.filter(
      ({ from, to }) =>
        isInside(from) && /^(?:src|commands|packages|tests|bench)\//.test(to) && !isInside(to),
    );
    expect(outward).toEqual([]);
  });

  it('is imported only by its name', () => {
    expect(everyImport.filter(({ from, to }) => isInside(to) && !isInside(from))).toEqual([]);
  });

  it('is imported only in src/run', () => {
    const { name } = PACKAGE;
    const importers = imports
      .filter(({ from, to }) => (to === name || to.startsWith(`${name}/`)) && !isInside(from))
      .map(({ from }) => dirname(from));
    expect(new Set(importers)).toEqual(new Set(['src/run']));
  });
});

describe('packages that are imported in one place', () => {
  it.each(Object.entries(IMPORTERS))('include %s', (name, importers) => {
    const wrong = imports.filter(
      ({ from, to, typeOnly }) =>
        (!typeOnly || TYPES_TOO.has(name)) &&
        (to === name || to.startsWith(`${name}/`)) &&
        !importers.test(from),
    );
    expect(wrong).toEqual([]);
  });
});

/** What is loaded with a file, by the files that load it. */
function listLoaded(first: string): Set<string> {
  const loaded = new Set([first]);
  for (const file of loaded) {
    for (const { from, to, typeOnly, isLate } of imports)
      if (from === file && !typeOnly && !isLate) loaded.add(to);
  }
  return loaded;
}

describe('a process', () => {
  it('that only reads sources loads neither discord.js nor commands', () => {
    const loaded = listLoaded('src/run/run-role.ts');
    expect(loaded).toContain('src/run/open-app.ts');
    expect([...loaded].filter((to) => /^(?:discord\.js$|commands\/)/.test(to))).toEqual([]);
  });

  it('that only posts loads no commands', () => {
    const loaded = listLoaded('src/run/open-at-discord.ts');
    expect(loaded).toContain('discord.js');
    expect([...loaded].filter((to) => to.startsWith('commands/'))).toEqual([]);
  });
});

describe('files', () => {
  it('are at most 30 in a folder', () => {
    const counts = new Map<string, number>();
    for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    const crowded = [...counts].filter(([, count]) => count > 30);
    expect(crowded).toEqual([]);
  });

  it('have at most 250 lines, and half of them at most 80', () => {
    const lengths = files.map((file) => ({
      file,
      lines: readFileSync(join(ROOT, file), 'utf8').split('\n').length - 1,
    }));
    expect(lengths.filter(({ lines }) => lines > 250)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80);
  });

  it('have a base name of their own', () => {
    const own = files.filter(
      (file) => !file.startsWith(PACKAGE.folder) && basename(file) !== 'index.ts',
    );
    const names = own.map((file) => basename(file));
    const shared = new Set(names.filter((name, at) => names.indexOf(name) !== at));
    expect([...shared]).toEqual([]);
  });

  it('are named in kebab case', () => {
    expect(files.filter((file) => !/^[a-z0-9/-]+\.ts$/.test(file))).toEqual([]);
  });
});

function isWrong({ from, to }: Pick<Import, 'from' | 'to'>): boolean {
  if (!/^(?:src|commands|packages)\//.test(to)) return false;
  if (from === MAIN) return false;
  const room = roomOf(from);
  const target = roomOf(to);
  if (room === PACKAGE.folder) return false;
  if (SHARED.includes(to)) return false;
  if (room === undefined || target === undefined) return true;
  return room !== target && positionOf(target) >= positionOf(room);
}

/** The position of a room, counted from the left. */
function positionOf(room: string): number {
  return LINE.findIndex((rooms) => [rooms].flat().includes(room));
}

function roomOf(file: string): string | undefined {
  return [...ROOMS, PACKAGE.folder].find((room) => file.startsWith(`${room}/`));
}

function readImports(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const pattern =
    /(?:import|export)\s+(type\s)?[^'"();]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|import\s+'([^']+)'/g;
  return [...text.matchAll(pattern)].map((match) => {
    const target = match[2] ?? match[3] ?? match[4] ?? '';
    const to = target.startsWith('.')
      ? relative(ROOT, resolve(ROOT, dirname(file), target))
      : target;
    return { from: file, to, typeOnly: match[1] !== undefined, isLate: match[3] !== undefined };
  });
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.ts$/.test(entry.name))
    .filter((entry) => !/\/(?:dist|node_modules)\b/.test(entry.parentPath))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}
