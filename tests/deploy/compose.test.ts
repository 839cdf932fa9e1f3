import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { ENVIRONMENT, parseConfig, type Config } from '../../src/config.ts';
import { parseShards, shardIds } from '../../src/discord/gateway/shards.ts';
import { checkStart, ROLES, type Role } from '../../src/run/role.ts';
import { VERSION } from '../../src/version.ts';

const FOLDER = join(import.meta.dirname, '../../deploy');

/** The part of the Compose specification that the file uses. Anything else in it is an error. */
const serviceSchema = z.strictObject({
  build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
  image: z.string(),
  profiles: z.array(z.string()).optional(),
  command: z.array(z.string()).optional(),
  user: z.string().optional(),
  restart: z.enum(['no', 'always', 'on-failure', 'unless-stopped']),
  init: z.boolean().optional(),
  stop_grace_period: z.string().regex(/^\d+[ms]$/),
  depends_on: z
    .record(z.string(), z.strictObject({ condition: z.literal('service_healthy') }))
    .optional(),
  environment: z.record(z.string(), z.string()),
  secrets: z.array(z.string()),
  networks: z.array(z.string()),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()),
  healthcheck: z
    .strictObject({
      test: z.array(z.string()),
      interval: z.string(),
      timeout: z.string(),
      start_period: z.string(),
      retries: z.int(),
    })
    .optional(),
  read_only: z.boolean(),
  tmpfs: z.array(z.string()),
  cap_drop: z.array(z.string()),
  security_opt: z.array(z.string()),
  mem_limit: z.string().optional(),
  shm_size: z.string().optional(),
  pids_limit: z.int(),
});
const composeSchema = z.strictObject({
  name: z.string(),
  // A fragment, which the services take in.
  'x-process': z.unknown().optional(),
  services: z.record(z.string(), serviceSchema),
  networks: z.record(z.string(), z.strictObject({ internal: z.boolean().optional() })),
  volumes: z.record(z.string(), z.strictObject({})),
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
});

const FILES = ['compose.yaml', 'compose.roles.yaml'].map((name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  const compose = composeSchema.parse(parse(text, { merge: true }));
  const services = Object.entries(compose.services);
  return { name, text, compose, services, bots: services.filter(([, { command }]) => command) };
});

describe.each(FILES)('$name', ({ compose, services, bots }) => {
  const { postgres } = compose.services;

  it('has a database, which has to be well before the bot starts', () => {
    expect(bots.length).toBe(services.length - 1);
    for (const [, { depends_on: needed }] of bots)
      expect(needed).toEqual({ postgres: { condition: 'service_healthy' } });
    expect(postgres?.healthcheck?.test).toContain('pg_isready');
  });

  it.each(services)('lets %s do little', (_, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
  });

  it('publishes nothing to other machines', () => {
    const ports = services.flatMap(([, service]) => service.ports ?? []);
    expect(ports.length).toBeGreaterThan(0);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
    expect(postgres?.networks).toEqual(['inside']);
    expect(compose.networks['inside']).toEqual({ internal: true });
  });

  it('names only networks, volumes and secrets that it declares, and uses all of them', () => {
    const used = (pick: (service: (typeof services)[number][1]) => string[]): string[] =>
      [...new Set(services.flatMap(([, service]) => pick(service)))].toSorted();
    expect(used(({ networks }) => networks)).toEqual(Object.keys(compose.networks).toSorted());
    expect(used(({ secrets }) => secrets)).toEqual(Object.keys(compose.secrets).toSorted());
    const volumes = used(({ volumes: all }) => all.map((one) => one.split(':')[0] ?? ''));
    expect(volumes).toEqual(Object.keys(compose.volumes).toSorted());
  });

  it('has no secret in it: each is a file that git ignores', () => {
    for (const [name, { file }] of Object.entries(compose.secrets)) {
      expect(file).toBe(`./secrets/${name}`);
      expect(FILES[0]?.text).toMatch(new RegExp(`^#.*secrets/${name}`, 'm'));
    }
    for (const [, { environment, secrets }] of services) {
      const files = Object.entries(environment).filter(([name]) => name.endsWith('_FILE'));
      const others = Object.keys(environment).filter((name) => !name.endsWith('_FILE'));
      for (const [, path] of files) expect(secrets).toContain(path.replace('/run/secrets/', ''));
      for (const name of others) expect(name).not.toMatch(/TOKEN|PASSWORD|STORE_URL/);
    }
    expect(readFileSync(join(FOLDER, '../.gitignore'), 'utf8')).toContain('deploy/secrets/');
  });

  it.each(bots)('gives %s settings that it takes, at the ports that are published', (_, bot) => {
    const { environment, ports = [] } = bot;
    expect(Object.keys(environment).filter((name) => !Object.hasOwn(ENVIRONMENT, name))).toEqual(
      [],
    );
    const { health, interactions } = configOf(environment);
    expect(health?.host).toBe('0.0.0.0');
    const listening = [health?.port, interactions?.port].map(String);
    for (const port of ports) expect(listening).toContain(port.split(':').at(-1));
  });

  it.each(bots)('starts %s as what it can be', (_, { command = [], environment }) => {
    const [verb, ...options] = command;
    expect(verb).toBe('start');
    const { role = 'all', shards: asked } = parseArgs({
      args: options,
      options: { role: { type: 'string' }, shards: { type: 'string' } },
    }).values;
    const shards = asked === undefined ? undefined : parseShards(asked);
    expect(shards === undefined).toBe(asked === undefined);
    const start = { role: role as Role, ...(shards && { shards }) };
    expect(() => checkStart(start, configOf(environment))).not.toThrow();
  });

  it.each(bots)('gives %s longer to end than it needs', (_, bot) => {
    expect(Number.parseInt(bot.stop_grace_period, 10)).toBeGreaterThan(10);
  });

  it('builds the image of this version once, from a file that is there', () => {
    const built = bots.flatMap(([, { build }]) => build ?? []);
    expect(built).toHaveLength(1);
    expect(existsSync(join(FOLDER, built[0]!.context, built[0]!.dockerfile))).toBe(true);
    for (const [, { image, volumes }] of bots) {
      expect(image).toBe(`dateline:${VERSION}`);
      expect(volumes.join()).toMatch(/:\/var\/lib\/dateline$/);
    }
  });
});

describe('the processes of compose.roles.yaml', () => {
  const { bots } = FILES[1]!;
  const argumentsOf = bots.map(([, { command = [] }]) => command.join(' '));

  it('serve each shard once', () => {
    const served = argumentsOf.flatMap((line) => {
      const shards = parseShards(/--shards (\S+)/u.exec(line)?.[1] ?? '');
      return shards ? [shards] : [];
    });
    const [count] = new Set(served.map((shards) => shards.count));
    expect(served.flatMap(shardIds).toSorted((a, b) => a - b)).toEqual([...Array(count).keys()]);
  });

  it('have every role but the one that is all of them', () => {
    const roles = new Set(argumentsOf.map((line) => /--role (\S+)/u.exec(line)?.[1] ?? ''));
    expect([...roles].toSorted()).toEqual(
      Object.keys(ROLES)
        .filter((role) => role !== 'all')
        .toSorted(),
    );
  });

  it('have a folder each, since each saves an index of its own', () => {
    const volumes = bots.flatMap(([, service]) => service.volumes);
    expect(new Set(volumes).size).toBe(volumes.length);
  });
});

/** The settings as the bot reads them, with secrets of our own. */
function configOf(environment: Readonly<Record<string, string>>): Config {
  const open = Object.entries(environment).filter(([name]) => !name.endsWith('_FILE'));
  return parseConfig({
    ...Object.fromEntries(open),
    DISCORD_TOKEN: `${'x'.repeat(24)}.local.${'y'.repeat(27)}`,
    HEALTH_TOKEN: 'a'.repeat(48),
    STORE_URL: 'postgres://dateline:secret@postgres/dateline',
  });
}
