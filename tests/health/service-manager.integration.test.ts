import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, type TestContext } from 'vitest';
import { ENVIRONMENT } from '../../src/config.ts';
import { createServiceManager } from '../../src/health/service-manager.ts';
import { collectLog, LEVELS } from '../support/collect-log.ts';
import { startProgram } from '../support/start-program.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Prints what it is told. It closes the descriptors that come with it, for which systemd-notify waits as for systemd. */
const LISTENER = `
import socket, sys
listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
listener.bind(sys.argv[1])
while True: print(listener.recv(4096).decode(), flush=True)
`;

let folder: string;
let children: ChildProcess[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-service-'));
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

function isInstalled(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Listens on a socket as systemd does, and collects what is said there. Skips the test where that cannot be done. */
async function listen(context: TestContext) {
  for (const program of ['systemd-notify', 'python3'])
    if (!isInstalled(program)) context.skip(`${program} is not installed`);
  const socket = join(folder, 'notify');
  const listener = spawn('python3', ['-c', LISTENER, socket]);
  children.push(listener);
  let text = '';
  listener.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await expect.poll(() => existsSync(socket)).toBe(true);
  const env = { PATH: process.env['PATH'], NOTIFY_SOCKET: socket };
  return { env, heard: () => text.match(/(?:READY|WATCHDOG|STOPPING|ERRNO)=\d+/g) ?? [] };
}

describe('the service manager', () => {
  it('is told of the start, again and again that the bot is alive, and of the end', async (context) => {
    const { env, heard } = await listen(context);
    const { log, lines } = collectLog();
    const manager = createServiceManager(
      { ...env, WATCHDOG_USEC: '300000' },
      { isAlive: () => true, log },
    );
    manager.noteReady();
    await expect.poll(() => heard().length).toBeGreaterThan(3);
    manager.noteEnd();
    await manager.close();
    await expect.poll(heard).toContain('STOPPING=1');
    const [first, ...others] = heard();
    expect(first).toBe('READY=1');
    expect(others.at(-1)).toBe('STOPPING=1');
    expect(new Set(others.slice(0, -1))).toEqual(new Set(['WATCHDOG=1']));
    expect(lines).toEqual([]);
  });

  it('is told nothing while the bot does not work, and that is logged once', async (context) => {
    const { env, heard } = await listen(context);
    const { log, lines } = collectLog();
    let alive = false;
    const isAlive = () => alive;
    const manager = createServiceManager({ ...env, WATCHDOG_USEC: '60000' }, { isAlive, log });
    manager.noteReady();
    await expect.poll(() => lines.length).toBe(1);
    expect(lines).toMatchObject([{ level: LEVELS.fatal, msg: /the scheduler hangs/ }]);
    await expect.poll(heard).toEqual(['READY=1']);
    alive = true;
    await expect.poll(heard).toContain('WATCHDOG=1');
    await manager.close();
    expect(lines).toHaveLength(1);
  });

  it('is only told of start and end if it has no watchdog, or that of another process', async (context) => {
    const { env, heard } = await listen(context);
    const { log } = collectLog();
    const others = { WATCHDOG_USEC: '3000', WATCHDOG_PID: '1' };
    for (const watchdog of [{}, others]) {
      const manager = createServiceManager({ ...env, ...watchdog }, { isAlive: () => true, log });
      manager.noteReady();
      await new Promise((resolve) => setTimeout(resolve, 50));
      manager.noteEnd();
      await manager.close();
    }
    await expect.poll(heard).toEqual(['READY=1', 'STOPPING=1', 'READY=1', 'STOPPING=1']);
  });

  it('that cannot be told is one line in the log', async () => {
    const { log, lines } = collectLog();
    const env = { PATH: folder, NOTIFY_SOCKET: join(folder, 'none') };
    const manager = createServiceManager(env, { isAlive: () => true, log });
    manager.noteReady();
    manager.noteEnd();
    await manager.close();
    expect(lines).toMatchObject([{ level: LEVELS.error, err: { code: 'ENOENT' } }]);
  });

  it('hears from a whole bot', async (context) => {
    const { env, heard } = await listen(context);
    const bot = startProgram({
      ...(env as Record<string, string>),
      STORE_URL: 'memory:',
      LOCAL_PORT: '0',
      WATCHDOG_USEC: '900000',
    });
    children.push(bot.process);
    await expect.poll(heard).toContain('WATCHDOG=1');
    expect(heard()[0]).toBe('READY=1');
    bot.process.kill('SIGTERM');
    expect([await bot.exitCode, bot.read()]).toEqual([
      0,
      expect.not.stringContaining('"level":50'),
    ]);
    await expect.poll(() => heard().at(-1)).toBe('STOPPING=1');
  });
});

describe('deploy/dateline.service', () => {
  const unit = join(ROOT, 'deploy/dateline.service');

  it('is a unit that systemd accepts, and lets the bot do little', (context) => {
    if (!isInstalled('systemd-analyze')) context.skip('systemd-analyze is not installed');
    const run = (...args: string[]) =>
      execFileSync('systemd-analyze', [...args, unit], { encoding: 'utf8', stdio: 'pipe' });
    const report = run('security', '--offline=true', '--no-pager');
    const [, exposure] = /exposure level for dateline\.service: ([\d.]+)/.exec(report) ?? [];
    expect(Number(exposure)).toBeLessThan(2.5);
  });

  it('gives the watchdog time for three pings, and the bot time to end', () => {
    const text = readFileSync(unit, 'utf8');
    expect(text).toMatch(/^Type=notify\n/m);
    expect(text).toMatch(/^NotifyAccess=all$/m);
    const seconds = (name: string) => Number(new RegExp(`^${name}=(\\d+)s$`, 'm').exec(text)?.[1]);
    expect(seconds('WatchdogSec')).toBeGreaterThanOrEqual(60);
    expect(seconds('TimeoutStopSec')).toBeGreaterThan(10);
    expect(text).not.toMatch(/^MemoryDenyWriteExecute=/m);
  });

  it('sets only settings that there are', () => {
    const text = readFileSync(unit, 'utf8');
    const names = [...text.matchAll(/^Environment=(\w+)=/gm)].map(([, name = '']) => name);
    expect(names).toContain('DISCORD_TOKEN_FILE');
    const known = [...Object.keys(ENVIRONMENT), 'NODE_ENV'];
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
  });
});
