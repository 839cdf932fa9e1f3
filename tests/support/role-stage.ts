import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openLocalDiscord, type LocalDiscord } from '@dateline/local-discord';
import { until } from '@dateline/local-discord/testing/until';
import type { Start } from '../../src/run/role.ts';
import { startOwnPostgres, type OwnPostgres } from './local-postgres.ts';
import { nodeArguments } from './node-arguments.ts';
import { NIGHT_NEWS } from './open-delivery-world.ts';
import { openTestStore, type TestStore } from './open-test-store.ts';
import { openPostgresProxy, type PostgresProxy } from './postgres-proxy.ts';

/** What a process logs when it has begun its work. */
const READY = /articles loaded|reading the sources/u;

const CHILD = join(import.meta.dirname, 'role-child.ts');

/** A PostgreSQL, a Discord and a clock that outlive the processes which are killed. */
export interface RoleStage {
  readonly discord: LocalDiscord;
  readonly postgres: OwnPostgres;
  /** Past all proxies. */
  readonly store: TestStore;
  readonly members: readonly Member[];
  /** Adds a process and starts it. */
  add(start: Start, env?: Readonly<Record<string, string>>): Promise<Member>;
  /** Sets the clock of Discord and of all processes. */
  setClock(instant: string): void;
  /** Stops PostgreSQL. */
  haltStore(mode: 'fast' | 'immediate'): Promise<void>;
  resumeStore(): Promise<void>;
  close(): Promise<void>;
}

/** A process with a role, which can be killed and started again. */
export interface Member {
  readonly proxy: PostgresProxy;
  /** Its lines of the log, of all its lives. */
  readonly lines: readonly MemberLine[];
  /** Whether it has ended by itself in any of its lives. */
  readonly hasEnded: () => boolean;
  /** Resolves when the process of now has begun its work. */
  ready(): Promise<void>;
  /** Tells it the time of the stage. */
  moveClock(): void;
  /** Asks it to do what is due. Resolves when that is done, or when it was killed. */
  tick(): Promise<void>;
  kill(): Promise<void>;
  restart(): void;
  /** Asks it to end. Resolves to its exit code. */
  end(): Promise<number | null>;
}

/** A line of the log, as far as tests look at it. */
interface MemberLine {
  readonly level: number;
  readonly msg: string;
  readonly err?: { readonly message: string };
}

/** Opens a stage with articles of the night before 14 March 2024. */
export async function openRoleStage(): Promise<RoleStage> {
  let aheadMs = 0;
  const postgres = await startOwnPostgres();
  const discord = await openLocalDiscord({ now: () => Date.now() + aheadMs, maxConcurrency: 2 });
  const store = await openTestStore(postgres.url);
  await store.articles.putMany(NIGHT_NEWS, new Date('2024-03-14T03:30:00Z'));
  const members: Member[] = [];

  async function add(start: Start, env: Readonly<Record<string, string>> = {}): Promise<Member> {
    const proxy = await openPostgresProxy(postgres.url);
    const member = createMember(start, proxy, () => aheadMs, {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      STORE_URL: proxy.url,
      SOURCES: 'none',
      ...env,
    });
    members.push(member);
    return member;
  }

  return {
    discord,
    postgres,
    store,
    members,
    add,
    setClock(instant) {
      aheadMs = Date.parse(instant) - Date.now();
      for (const member of members) member.moveClock();
    },
    async haltStore(mode) {
      for (const { proxy } of members) proxy.refuse();
      await postgres.halt(mode);
    },
    async resumeStore() {
      await postgres.resume();
      for (const { proxy } of members) await proxy.take();
    },
    async close() {
      for (const member of members) {
        await member.kill();
        await member.proxy.close();
      }
      await store.close();
      await discord.close();
      await postgres.stop();
    },
  };
}

function createMember(
  start: Start,
  proxy: PostgresProxy,
  aheadMs: () => number,
  env: Readonly<Record<string, string>>,
): Member {
  const lines: MemberLine[] = [];
  let child: ChildProcess;
  let isReady = false;
  let hasEnded = false;
  let ticks: { readonly ms: number; readonly resolve: () => void }[] = [];

  function endTicks(isDone: (ms: number) => boolean): void {
    for (const { ms, resolve } of ticks) if (isDone(ms)) resolve();
    ticks = ticks.filter(({ ms }) => !isDone(ms));
  }

  function restart(): void {
    const orders = [JSON.stringify(start), String(aheadMs())];
    isReady = false;
    const started = spawn(process.execPath, [...nodeArguments(CHILD), ...orders], {
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child = started;
    let rest = '';
    const read = (chunk: Buffer): void => {
      const texts = (rest + chunk.toString()).split('\n');
      rest = texts.pop() ?? '';
      for (const text of texts) lines.push(parseLine(text));
      if (child === started) isReady ||= texts.some((text) => READY.test(text));
    };
    started.stdout?.on('data', read);
    started.stderr?.on('data', read);
    started.on('message', (said) => endTicks((ms) => ms === said));
    started.once('exit', (code) => {
      hasEnded ||= code !== null;
      endTicks(() => true);
    });
  }

  function tell(works: boolean): void {
    if (child.connected) child.send({ aheadMs: aheadMs(), works }, () => undefined);
    else endTicks(() => true);
  }

  restart();
  return {
    proxy,
    lines,
    hasEnded: () => hasEnded,
    ready: () => until(() => isReady || hasEnded, 'a process was ready', 120_000),
    moveClock: () => tell(false),
    async tick() {
      const ms = aheadMs();
      const done = new Promise<void>((resolve) => ticks.push({ ms, resolve }));
      tell(true);
      await done;
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
    restart,
    async end() {
      const ended = once(child, 'exit') as Promise<[number | null]>;
      child.kill('SIGTERM');
      return (await ended)[0];
    },
  };
}

/** What isn't JSON was printed by something that failed. */
function parseLine(text: string): MemberLine {
  try {
    return JSON.parse(text) as MemberLine;
  } catch {
    return { level: 60, msg: text };
  }
}
