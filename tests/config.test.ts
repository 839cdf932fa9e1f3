import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ENVIRONMENT, parseConfig } from '../src/config.ts';

// Shaped like a token, but not one.
const TOKEN = `${'x'.repeat(24)}.${'y'.repeat(6)}.${'z'.repeat(27)}`;

describe('parseConfig', () => {
  it('needs no variable: by default it has a store in one file and the sample articles', () => {
    expect(parseConfig({})).toEqual({
      storeUrl: 'sqlite:data/store/dateline.sqlite',
      articleFolders: ['data/samples', 'data/inbox'],
      folderIntervalMinutes: 5,
      interactions: { host: '127.0.0.1', port: 8080 },
      pollMinMinutes: 10,
      pollMaxMinutes: 120,
      sourcesPerServer: 25,
      newSourceArticles: 10,
      keepDays: 90,
      indexDays: 0,
      defaultZone: 'UTC',
      catchUpMinutes: 360,
      pictureWaitMs: 400,
      allowedAddresses: [],
      localPort: 3210,
      logLevel: 'info',
    });
  });

  it('takes the samples of the working folder if there are any, else those of the package', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
    const own = join(import.meta.dirname, '../data/samples');
    try {
      expect(parseConfig({}, folder).articleFolders).toEqual([own, 'data/inbox']);
      await mkdir(join(folder, 'data/samples'), { recursive: true });
      expect(parseConfig({}, folder).articleFolders).toEqual(['data/samples', 'data/inbox']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('leaves the samples out if there is a token', () => {
    expect(parseConfig({ DISCORD_TOKEN: TOKEN }).articleFolders).toEqual(['data/inbox']);
  });

  it('leaves the samples out of one of several processes, which may need no token', () => {
    expect(parseConfig({}, process.cwd(), true).articleFolders).toEqual(['data/inbox']);
  });

  it('treats empty values and white space as unset', () => {
    expect(parseConfig({ DISCORD_TOKEN: ' ', LOG_LEVEL: '' })).toEqual(parseConfig({}));
  });

  it('splits folders at commas', () => {
    expect(parseConfig({ ARTICLE_FOLDERS: 'news, more/news,' }).articleFolders).toEqual([
      'news',
      'more/news',
    ]);
  });

  it('accepts a contact and additional addresses', () => {
    const env = {
      CONTACT_URL: 'https://example.org/bot',
      ALLOWED_ADDRESSES: '127.0.0.1:8080, [fd00::7]:80, *:8443',
    };
    expect(parseConfig(env)).toMatchObject({
      contactUrl: 'https://example.org/bot',
      allowedAddresses: ['127.0.0.1:8080', '[fd00::7]:80', '*:8443'],
    });
  });

  it.each([
    ['DISCORD_TOKEN', 'hunter2'],
    ['DISCORD_TOKEN', `Bot ${TOKEN}`],
    ['DISCORD_API_URL', 'discord.com/api'],
    ['DISCORD_DEVELOPMENT_GUILD_ID', 'my server'],
    ['STORE_URL', 'mysql://root:hunter2@db/news'],
    ['FOLDER_INTERVAL_MINUTES', '0'],
    ['FOLDER_INTERVAL_MINUTES', 'often'],
    ['POLL_MIN_MINUTES', '0'],
    ['POLL_MIN_MINUTES', '121'],
    ['POLL_MAX_MINUTES', '9'],
    ['SOURCES_PER_SERVER', 'many'],
    ['NEW_SOURCE_ARTICLES', '-2'],
    ['INDEX_DAYS', '6'],
    ['DEFAULT_ZONE', 'Gotham'],
    ['CATCH_UP_MINUTES', '-1'],
    ['CATCH_UP_MINUTES', '2.5'],
    ['PICTURE_WAIT_MS', '10001'],
    ['CONTACT_URL', 'example.org/bot'],
    ['CONTACT_URL', 'https://example.org/ (me)'],
    ['CONTACT_URL', 'javascript:alert(1)'],
    ['ALLOWED_ADDRESSES', '127.0.0.1'],
    ['ALLOWED_ADDRESSES', 'localhost:8080'],
    ['ALLOWED_ADDRESSES', '127.0.0.1:0'],
    ['ALLOWED_ADDRESSES', '1.2.3:8080'],
    ['LOCAL_PORT', '70000'],
    ['HEALTH_ADDRESS', '127.0.0.2'],
    ['HEALTH_ADDRESS', 'dateline.example:9464'],
    ['HEALTH_TOKEN', 'hunter2'],
    ['HEALTH_TOKEN', 'with spaces in its middle'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s by name without repeating the value', (name, value) => {
    const fault = catchFault({ [name]: value });
    expect(fault).toContain(name);
    expect(fault).not.toContain(value.length > 3 ? value : `=${value}`);
  });

  it('lists all faults at once', () => {
    const fault = catchFault({ DEFAULT_ZONE: 'Paris', LOCAL_PORT: 'x', LOG_LEVEL: 'loud' });
    expect(fault).toMatch(/^3 settings are wrong/);
    expect(fault.split('\n')).toHaveLength(4);
  });
});

describe('.env.example', () => {
  const lines = readFileSync(join(import.meta.dirname, '..', '.env.example'), 'utf8').split('\n');
  const names = lines.flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? []);

  it('has every variable and no other', () => {
    expect(names.toSorted()).toEqual(Object.keys(ENVIRONMENT).toSorted());
  });

  it('has a comment for each variable', () => {
    for (const name of names) {
      const at = lines.findIndex((line) => line.startsWith(`${name}=`));
      expect(lines[at - 1], name).toMatch(/^# \w|^#   \w/);
    }
  });

  it('is valid as it is, and contains the defaults', () => {
    const env = Object.fromEntries(
      lines.flatMap((line) => {
        const match = /^([A-Z_]+)=(.*)$/.exec(line);
        return match ? [[match[1], match[2]]] : [];
      }),
    ) as Record<string, string>;
    expect(parseConfig(env)).toEqual(parseConfig({}));
  });

  it('leaves room for each secret in a file', () => {
    const secrets = names.filter((name) => names.includes(`${name}_FILE`));
    expect(secrets).toHaveLength(3);
    const given = secrets.map((name) => lines.find((line) => line.startsWith(`${name}=`)));
    expect(given).toEqual(secrets.map((name) => `${name}=`));
  });
});

function catchFault(env: Record<string, string>): string {
  try {
    parseConfig(env);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the configuration was taken');
}
