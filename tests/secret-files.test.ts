import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listSecrets, parseConfig } from '../src/config.ts';

// Shaped like a token, but not one.
const TOKEN = `${'x'.repeat(24)}.${'y'.repeat(6)}.${'z'.repeat(27)}`;
const URL = 'postgres://news:s3cret@db.example/news';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function catchFault(env: Record<string, string>): string {
  try {
    parseConfig(env, folder);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the configuration was taken');
}

describe('a secret in a file', () => {
  it('counts like the setting itself, without the line break at its end', () => {
    const config = parseConfig(
      {
        DISCORD_TOKEN_FILE: write('token', `${TOKEN}\n`),
        STORE_URL_FILE: write('url', ` ${URL}\r\n`),
        HEALTH_ADDRESS: '0.0.0.0:9464',
        HEALTH_TOKEN_FILE: write('health', 'correct-horse-battery\n\n'),
      },
      folder,
    );
    expect(config).toMatchObject({
      token: TOKEN,
      storeUrl: URL,
      health: { host: '0.0.0.0', port: 9464, token: 'correct-horse-battery' },
    });
    expect(JSON.stringify(config)).not.toContain(folder);
  });

  it('may be named relative to the working folder', () => {
    write('token', TOKEN);
    expect(parseConfig({ DISCORD_TOKEN_FILE: 'token' }, folder).token).toBe(TOKEN);
  });

  it('and the secret itself are not both taken', () => {
    const env = { DISCORD_TOKEN: TOKEN, DISCORD_TOKEN_FILE: write('token', TOKEN) };
    expect(catchFault(env)).toContain(
      'DISCORD_TOKEN_FILE and DISCORD_TOKEN are both set; keep one',
    );
    expect(catchFault(env)).not.toContain(TOKEN);
  });

  const unfit: readonly (readonly [string, () => string, string])[] = [
    ['that is not there', () => join(folder, 'none'), 'names a file that does not exist'],
    ['below a file', () => join(write('file', 'x'), 'token'), 'names a file that does not exist'],
    ['that is a folder', () => (mkdirSync(join(folder, 'sub')), 'sub'), 'is not a file'],
    ['that is a device without end', () => '/dev/zero', 'is not a file'],
    ['that is empty', () => write('empty', ' \n'), 'names a file that is empty'],
    ['that is too large', () => write('large', 'x'.repeat(70_000)), 'too large for a secret'],
  ];
  it.each(unfit)('%s is refused by the name of its setting', (_, make, message) => {
    const path = make();
    const fault = catchFault({ STORE_URL_FILE: path });
    expect(fault).toMatch(/^One setting is wrong; [^\n]*\n {2}STORE_URL_FILE /);
    expect(fault).toContain(message);
    expect(fault).not.toContain(path);
  });

  it('that someone wrote in the place of its path is not repeated', () => {
    expect(catchFault({ DISCORD_TOKEN_FILE: TOKEN })).not.toContain(TOKEN);
  });

  it('with wrong content is refused by the name of its file, without the content', () => {
    const fault = catchFault({
      DISCORD_TOKEN_FILE: write('token', 'hunter2'),
      HEALTH_TOKEN_FILE: write('health', 'a b c d e f g h i j'),
    });
    expect(fault).toMatch(/DISCORD_TOKEN_FILE does not look like a bot token/);
    expect(fault).toMatch(/HEALTH_TOKEN_FILE must be 16 to 200/);
    expect(fault).not.toMatch(/hunter2|a b c/);
  });

  it('that cannot be read is not said to be missing too', () => {
    const env = { HEALTH_ADDRESS: '0.0.0.0:1', HEALTH_TOKEN_FILE: join(folder, 'none') };
    expect(catchFault(env)).toMatch(/^One setting is wrong/);
  });
});

describe('the health server', () => {
  it('is off by default, and needs no token on this machine', () => {
    expect(parseConfig({}).health).toBe(undefined);
    expect(parseConfig({ HEALTH_TOKEN: 'correct-horse-battery' }).health).toBe(undefined);
    const { health } = parseConfig({ HEALTH_ADDRESS: '127.0.0.1:9464' });
    expect(health).toEqual({ host: '127.0.0.1', port: 9464 });
  });

  it('needs a token if others reach it', () => {
    const fault = catchFault({ HEALTH_ADDRESS: '[::]:9464' });
    expect(fault).toContain('HEALTH_TOKEN must be set, because others than this machine reach');
  });
});

describe('the secrets of a configuration', () => {
  it('are its tokens and the password of its store, also as it is without escapes', () => {
    const config = parseConfig({
      DISCORD_TOKEN: TOKEN,
      STORE_URL: 'postgres://news:s3%2Fcret@db.example/news',
      HEALTH_ADDRESS: '127.0.0.1:1',
      HEALTH_TOKEN: 'correct-horse-battery',
    });
    expect(listSecrets(config)).toEqual([TOKEN, 'correct-horse-battery', 's3%2Fcret', 's3/cret']);
    expect(listSecrets(parseConfig({}))).toEqual([]);
  });
});
