import { z } from 'zod';
import type { ListenAddress } from '../listen-address.ts';
import { CHECKS } from './readiness.ts';

/** The result of asking a running bot, with one line for people. */
export interface AskedHealth {
  readonly ok: boolean;
  readonly line: string;
}

/** Whom to ask, and what. */
export interface HealthQuestion {
  readonly address: ListenAddress;
  readonly token?: string;
  /** Only whether the process answers, not whether it does all of its work. */
  readonly onlyLive: boolean;
}

const readinessSchema = z.object({
  ready: z.boolean(),
  checks: z.array(z.object({ name: z.enum(CHECKS), ok: z.boolean(), detail: z.string() })),
});

/** Docker gives a check 30 s by default; a bot that is well answers in milliseconds. */
const TIMEOUT_MS = 5_000;

/** Addresses that a server listens on for all, and where this machine finds it. */
const ANY: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** Asks a running bot whether it is well; never rejects. */
export async function askHealth(question: HealthQuestion): Promise<AskedHealth> {
  const { address, token, onlyLive } = question;
  const host = ANY[address.host] ?? address.host;
  const at = `${host.includes(':') ? `[${host}]` : host}:${address.port}`;
  try {
    const response = await fetch(`http://${at}/${onlyLive ? 'livez' : 'readyz'}`, {
      ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
    });
    if (response.status === 401)
      return { ok: false, line: `The bot at ${at} has another HEALTH_TOKEN.` };
    if (onlyLive) {
      const ok = response.status === 200;
      return { ok, line: ok ? 'alive' : `What listens on ${at} is not a Dateline bot.` };
    }
    const { data } = readinessSchema.safeParse(await response.json().catch(() => undefined));
    if (!data) return { ok: false, line: `What listens on ${at} is not a Dateline bot.` };
    const wrong = data.checks
      .filter(({ ok }) => !ok)
      .map(({ name, detail }) => `${name}: ${detail}`);
    if (data.ready) return { ok: true, line: 'ready' };
    return { ok: false, line: `not ready; ${wrong.join(' ') || 'It is ending.'}` };
  } catch (error) {
    const isLate = (error as Error).name === 'TimeoutError';
    const why = isLate ? `does not answer within ${TIMEOUT_MS / 1000} s` : 'does not answer';
    return { ok: false, line: `The bot at ${at} ${why}.` };
  }
}
