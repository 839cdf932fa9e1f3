import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DockerfileParser, type Copy, type From } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { ENVIRONMENT } from '../../src/config.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

const text = read('deploy/Dockerfile');
const dockerfile = DockerfileParser.parse(text);
const instructions = dockerfile.getInstructions();
const named = (keyword: string) =>
  instructions.filter((instruction) => instruction.getKeyword() === keyword);
const argumentsOf = (keyword: string): string[] =>
  named(keyword).map((instruction) => instruction.getArgumentsContent() ?? '');

/** What `.dockerignore` leaves: its exceptions to `*`, without what it takes out again. */
const ignore = read('.dockerignore')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const kept = ignore.filter((line) => line.startsWith('!')).map((line) => line.slice(1));

describe('the Dockerfile', () => {
  it('has no fault that a linter knows', () => {
    expect(validate(text)).toEqual([]);
  });

  it('copies only what is there, and what .dockerignore lets through', () => {
    const copies = (named('COPY') as Copy[]).filter(
      (copy) => !copy.getFlags().some((flag) => flag.getName() === 'from'),
    );
    const sources = copies.flatMap((copy) =>
      copy
        .getArguments()
        .slice(0, -1)
        .map((argument) => argument.getValue()),
    );
    expect(sources.length).toBeGreaterThan(10);
    for (const source of sources) {
      expect(existsSync(join(ROOT, source)), source).toBe(true);
      expect(
        kept.some((one) => source === one || source.startsWith(`${one}/`)),
        source,
      ).toBe(true);
    }
  });

  it('copies from stages that exist, and takes from them what they make', () => {
    const stages = (named('FROM') as From[]).map((from) => from.getBuildStage());
    const used = (named('COPY') as Copy[]).flatMap((copy) =>
      copy.getFlags().map((flag) => flag.getValue()),
    );
    expect(used.length).toBeGreaterThan(0);
    for (const stage of used) expect(stages).toContain(stage);
  });

  it('gives the build all that the program is compiled from', () => {
    const config = JSON.parse(read('tsconfig.build.json')) as { include: string[] };
    const build = text.slice(0, text.indexOf('AS packages'));
    for (const folder of [...config.include, 'packages', 'data'])
      expect(build).toContain(`COPY ${folder} ${folder}\n`);
    for (const file of ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'])
      expect(build).toContain(file);
  });

  it('stands on images of a fixed major version, all the same, that the program runs on', () => {
    const images = (named('FROM') as From[]).map((from) => from.getImage());
    expect(new Set(images).size).toBe(1);
    const [, major] = /^node:(\d+)-bookworm-slim$/.exec(images[0] ?? '') ?? [];
    expect(Number(major)).toBeGreaterThanOrEqual(22);
  });

  // https://github.com/hadolint/hadolint#rules
  it('keeps the rules of hadolint that matter here', () => {
    // DL3000: absolute folders. DL3020: no ADD. DL3025: JSON for CMD and ENTRYPOINT. DL4000: no MAINTAINER.
    for (const folder of argumentsOf('WORKDIR')) expect(folder).toMatch(/^\//);
    expect([...named('ADD'), ...named('MAINTAINER')]).toEqual([]);
    for (const command of [...argumentsOf('CMD'), ...argumentsOf('ENTRYPOINT')])
      expect(JSON.parse(command)).toBeInstanceOf(Array);
    for (const once of ['CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'USER'])
      expect(named(once)).toHaveLength(1);
    for (const command of argumentsOf('RUN')) {
      // DL3004: no sudo. DL3016 and DL3059: packages are those of the lock file. No script of a package runs.
      expect(command).not.toMatch(/\bsudo\b|npm (?:install|i)\b|curl|wget|apt-get/);
    }
    const installing = argumentsOf('RUN').filter((command) => command.startsWith('npm ci'));
    expect(installing).toHaveLength(2);
    for (const command of installing) expect(command).toContain('--ignore-scripts');
  });

  it('does not run as root, and the folder that it writes to is its own', () => {
    const last = instructions.slice(instructions.lastIndexOf(named('FROM').at(-1)!));
    expect(last.findLast((one) => one.getKeyword() === 'USER')?.getArgumentsContent()).toBe('node');
    const folder = argumentsOf('WORKDIR').at(-1) ?? '';
    expect(argumentsOf('RUN').at(-1)).toContain(`chown -R node:node ${folder}`);
    expect(argumentsOf('VOLUME')).toEqual([JSON.stringify([folder])]);
  });

  it('installs for running only what runs', () => {
    const packages = text.slice(text.indexOf('AS packages'), text.lastIndexOf('FROM '));
    expect(packages).toContain('npm ci --ignore-scripts --omit=dev');
    const final = text.slice(text.lastIndexOf('FROM '));
    expect(final).toContain('COPY --from=packages /app/node_modules node_modules');
    expect(final).not.toMatch(/COPY (?:src|commands|packages) /);
  });

  it('asks the bot itself whether it is well, with settings that exist', () => {
    expect(argumentsOf('HEALTHCHECK')[0]).toContain('"/app/dist/src/main.js", "healthcheck"');
    const { bin } = JSON.parse(read('package.json')) as { bin: Record<string, string> };
    expect(argumentsOf('ENTRYPOINT')).toEqual([
      JSON.stringify(['node', `/app/${bin['dateline']}`]).replaceAll(',', ', '),
    ]);
    const set = [...(argumentsOf('ENV')[0] ?? '').matchAll(/(\w+)=/g)].map(([, name]) => name);
    expect(set).toEqual(['NODE_ENV', 'HEALTH_ADDRESS']);
    expect(Object.keys(ENVIRONMENT)).toContain('HEALTH_ADDRESS');
  });
});

describe('.dockerignore', () => {
  it('lets nothing through by default, and neither secrets nor what is built here', () => {
    expect(ignore[0]).toBe('*');
    const after = ignore.slice(ignore.findLastIndex((line) => line.startsWith('!')) + 1);
    expect(after).toEqual(
      expect.arrayContaining(['data/store', '**/node_modules', '**/dist', '**/.env']),
    );
    expect(kept.filter((name) => !existsSync(join(ROOT, name)))).toEqual([]);
    expect(kept).not.toContain('deploy');
  });
});
