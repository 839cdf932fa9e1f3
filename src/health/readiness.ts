import type { SinceProgress } from './work-progress.ts';

/** The parts of the bot that are checked. */
export const CHECKS = ['store', 'index', 'gateway', 'scheduler', 'polling'] as const;

export type CheckName = (typeof CHECKS)[number];

/** One check, with its reason in words for the person who runs the bot. */
interface Check {
  readonly name: CheckName;
  readonly ok: boolean;
  readonly detail: string;
}

/** Whether the bot does all of its work. */
export interface Readiness {
  readonly ready: boolean;
  readonly checks: readonly Check[];
}

/** What is known of the bot. Parts are absent until they are opened. */
export interface ReadinessFacts {
  readonly isEnding: boolean;
  /** `trouble`: why it cannot be used or takes no writes. */
  readonly store?: { readonly engine: string; readonly trouble?: string };
  readonly index?: { readonly isLoaded: boolean; readonly articleCount: number };
  readonly gateway?: { readonly connected: boolean; readonly guildCount: number };
  readonly since: SinceProgress;
  /** The parts that this process runs. */
  readonly expected: readonly CheckName[];
}

/**
 * Ticks come once a minute, and each subscription that is served counts. Posting one edition while Discord hangs
 * takes up to a minute and a half, with its thread.
 */
const SCHEDULER_LATE_MS = 5 * 60_000;

/** Rounds come every 15 seconds, and each source counts. One whose pages are slow may take minutes. */
const POLLING_LATE_MS = 10 * 60_000;

/** No work of the scheduler takes this long: it hangs, and only a restart helps. */
const STUCK_MS = 15 * 60_000;

/** Judges from what is known whether the bot does all of its work. Pure. */
export function judgeReadiness(facts: ReadinessFacts): Readiness {
  const checks = [
    checkStore(facts),
    checkIndex(facts),
    checkGateway(facts),
    checkScheduler(facts),
    checkPolling(facts),
  ].filter(({ name }) => facts.expected.includes(name));
  return { ready: !facts.isEnding && checks.every(({ ok }) => ok), checks };
}

/** Tells whether the scheduler hangs. Before its first tick it does not: the bot may wait for Discord for days. */
export function isStuck({ scheduling }: SinceProgress): boolean {
  return scheduling !== undefined && scheduling > STUCK_MS;
}

function checkStore({ store }: ReadinessFacts): Check {
  const name = 'store';
  if (!store) return { name, ok: false, detail: 'It is not open yet.' };
  const { engine, trouble } = store;
  if (trouble !== undefined) return { name, ok: false, detail: trouble };
  return { name, ok: true, detail: `${engine} answers.` };
}

function checkIndex({ index }: ReadinessFacts): Check {
  const count = index?.articleCount ?? 0;
  const articles = count === 1 ? '1 article' : `${count} articles`;
  return index?.isLoaded
    ? { name: 'index', ok: true, detail: `It has ${articles}.` }
    : { name: 'index', ok: false, detail: `It is being loaded; it has ${articles} so far.` };
}

function checkGateway({ gateway }: ReadinessFacts): Check {
  const name = 'gateway';
  if (!gateway) return { name, ok: false, detail: 'The bot is not logged in to Discord yet.' };
  const { connected, guildCount } = gateway;
  if (!connected) return { name, ok: false, detail: 'The connection to Discord is lost.' };
  const guilds = guildCount === 1 ? '1 server' : `${guildCount} servers`;
  return { name, ok: true, detail: `It is connected, with ${guilds}.` };
}

function checkScheduler({ since: { scheduling } }: ReadinessFacts): Check {
  return checkAge('scheduler', scheduling, SCHEDULER_LATE_MS);
}

function checkPolling({ store, since: { polling } }: ReadinessFacts): Check {
  if (polling !== undefined && store?.trouble !== undefined)
    return { name: 'polling', ok: false, detail: 'It waits for the store.' };
  return checkAge('polling', polling, POLLING_LATE_MS);
}

function checkAge(name: Check['name'], sinceMs: number | undefined, lateMs: number): Check {
  if (sinceMs === undefined) return { name, ok: false, detail: 'It has not begun yet.' };
  const detail = `It last went on ${Math.round(sinceMs / 1000)} s ago.`;
  return { name, ok: sinceMs <= lateMs, detail };
}
