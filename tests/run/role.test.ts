import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { checkStart, listChecks, ROLES, type Start } from '../../src/run/role.ts';
import { runCli } from '../support/run-cli.ts';

const SHARDS = { first: 0, last: 1, count: 4 };
const POSTGRES = { STORE_URL: 'postgres://127.0.0.1/news' };
const TOKEN = { DISCORD_TOKEN: `${'a'.repeat(24)}.${'b'.repeat(6)}.${'c'.repeat(27)}` };

const check = (start: Start, env: Readonly<Record<string, string>>) => () =>
  checkStart(start, parseConfig(env));

describe('a start', () => {
  it.each<readonly [string, Start, Readonly<Record<string, string>>]>([
    ['of everything needs no settings', { role: 'all' }, {}],
    ['that only reads needs no token', { role: 'ingest' }, POSTGRES],
    ['of shards', { role: 'gateway', shards: SHARDS }, { ...POSTGRES, ...TOKEN }],
  ])('%s', (_, start, env) => {
    expect(check(start, env)).not.toThrow();
  });

  it.each<readonly [string, Start, Readonly<Record<string, string>>, string]>([
    ['of a role on SQLite', { role: 'deliver' }, TOKEN, 'share a PostgreSQL store'],
    ['of shards on SQLite', { role: 'all', shards: SHARDS }, TOKEN, 'share a PostgreSQL store'],
    ['of a role without a token', { role: 'http' }, POSTGRES, 'Set DISCORD_TOKEN'],
    [
      'of shards without a gateway',
      { role: 'deliver', shards: SHARDS },
      POSTGRES,
      'has no gateway',
    ],
  ])('%s is refused', (_, start, env, why) => {
    expect(check(start, env)).toThrow(why);
  });

  it('is well if the parts of its role are', () => {
    expect(listChecks(ROLES.ingest)).toEqual(['store', 'polling']);
    expect(listChecks(ROLES.deliver)).toEqual(['store', 'index', 'scheduler']);
  });

  it.each([
    ['start --role king', 'king'],
    ['start --shards 4/4', 'FIRST-LAST/COUNT'],
  ])('by "%s" is wrong usage', async (line, why) => {
    const { exitCode, err } = await runCli(line.split(' '));
    expect(exitCode).toBe(2);
    expect(err.join('\n')).toContain(why);
  });
});
