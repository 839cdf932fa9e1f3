import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { ENVIRONMENT, parseConfig } from '../../src/config.ts';
import { VERSION } from '../../src/version.ts';

const FOLDER = join(import.meta.dirname, '../../deploy');

/** The part of the Compose specification that the file uses. Anything else in it is an error. */
const serviceSchema = z.strictObject({
  build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
  image: z.string(),
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
  services: z.record(z.string(), serviceSchema),
  networks: z.record(z.string(), z.strictObject({ internal: z.boolean().optional() })),
  volumes: z.record(z.string(), z.strictObject({})),
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
});

const text = readFileSync(join(FOLDER, 'compose.yaml'), 'utf8');
const compose = composeSchema.parse(parse(text));
const services = Object.entries(compose.services);
const { bot, postgres } = compose.services;

describe('the Compose file', () => {
  it('has a service for the bot and one for its database, which has to be well first', () => {
    expect(Object.keys(compose.services)).toEqual(['bot', 'postgres']);
    expect(bot?.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
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

  it('has no secret in it: each is a file that its comment says how to make, and git ignores', () => {
    for (const [name, { file }] of Object.entries(compose.secrets)) {
      expect(file).toBe(`./secrets/${name}`);
      expect(text).toMatch(new RegExp(`^#.*secrets/${name}`, 'm'));
    }
    for (const [, { environment, secrets }] of services) {
      const files = Object.entries(environment).filter(([name]) => name.endsWith('_FILE'));
      const others = Object.keys(environment).filter((name) => !name.endsWith('_FILE'));
      for (const [, path] of files) expect(secrets).toContain(path.replace('/run/secrets/', ''));
      for (const name of others) expect(name).not.toMatch(/TOKEN|PASSWORD|STORE_URL/);
    }
    expect(readFileSync(join(FOLDER, '../.gitignore'), 'utf8')).toContain('deploy/secrets/');
  });

  it('gives the bot settings that it takes, and its secrets from their files', () => {
    const { environment = {} } = bot ?? {};
    expect(Object.keys(environment).filter((name) => !Object.hasOwn(ENVIRONMENT, name))).toEqual(
      [],
    );
    const inline = {
      HEALTH_ADDRESS: environment['HEALTH_ADDRESS'],
      HEALTH_TOKEN: 'a'.repeat(48),
      STORE_URL: 'postgres://dateline:secret@postgres/dateline',
    };
    const { health } = parseConfig(inline);
    expect(bot?.ports?.[0]?.split(':').at(-1)).toBe(String(health?.port));
    expect(health?.host).toBe('0.0.0.0');
  });

  it('gives the bot longer to end than it needs', () => {
    expect(Number.parseInt(bot?.stop_grace_period ?? '', 10)).toBeGreaterThan(10);
  });

  it('builds the image of this version from a file that is there', () => {
    const { context = '', dockerfile = '' } = bot?.build ?? {};
    expect(existsSync(join(FOLDER, context, dockerfile))).toBe(true);
    expect(bot?.image).toBe(`dateline:${VERSION}`);
    expect(text).toContain(':/var/lib/dateline');
  });
});
