import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/version.ts';
import { runCli } from '../support/run-cli.ts';

const VERBS = [
  'start',
  'import',
  'parse',
  'sentences',
  'summarize',
  'cluster',
  'brief',
  'timeline',
  'updates',
  'search',
  'stories',
  'digest',
  'sources',
  'backup',
  'restore',
  'export-server',
  'import-server',
  'doctor',
];

describe('the command line', () => {
  it('lists every verb in its help', async () => {
    const { out, exitCode } = await runCli(['--help']);
    for (const verb of VERBS) expect(out.join('\n')).toMatch(new RegExp(`^  ${verb}\\b`, 'm'));
    expect(exitCode).toBe(0);
  });

  it.each(VERBS)('explains %s', async (verb) => {
    const { out, err, exitCode } = await runCli([verb, '--help']);
    expect(out.join('\n')).toContain(`Usage: dateline ${verb}`);
    expect(err).toEqual([]);
    expect(exitCode).toBe(0);
  });

  it('prints the package’s version', async () => {
    const file = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
    const { version } = JSON.parse(file) as { version: string };
    expect(version).toBe(VERSION);
    expect((await runCli(['--version'])).out).toEqual([version]);
  });

  it.each([
    [['nonsense']],
    [['parse']],
    [['summarize', '--sentences', 'three']],
    [['summarize', '--sentences', '0']],
    [['sentences', '--loud']],
    [['cluster']],
    [['brief']],
    [['brief', '--jsonl', '--words', 'many']],
    [['timeline']],
    [['timeline', '--jsonl', '--dates', '0']],
    [['updates']],
  ])('exits with 2 for %j and explains its usage', async (args) => {
    const { out, err, exitCode } = await runCli(args);
    expect(exitCode).toBe(2);
    expect(out).toEqual([]);
    expect(err.join('\n')).toMatch(/error: .+\n?.*--help/s);
  });

  it('names an unknown verb', async () => {
    const { err } = await runCli(['summarise', 'x.txt']);
    expect(err.join('\n')).toContain("there is no verb 'summarise'");
  });

  it('lists all configuration faults and exits with 1', async () => {
    const env = { LOCAL_PORT: 'x', LOG_LEVEL: 'loud' };
    const { err, exitCode } = await runCli(['sources'], { env });
    expect(exitCode).toBe(1);
    expect(err.join('\n')).toMatch(/2 settings are wrong[^]*LOCAL_PORT[^]*LOG_LEVEL/);
  });
});
