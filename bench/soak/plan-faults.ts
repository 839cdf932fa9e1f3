import type { Fault as RequestFault } from '@dateline/local-discord';
import { createRandom } from '../../tests/support/random.ts';

/** What a feed does instead of answering as it should. */
export const FEED_FAULTS = [
  'hangs',
  'resets',
  'status-500',
  'not-modified',
  'garbage',
  'wrong-encoding',
  'cut-off',
] as const;
export type FeedFault = (typeof FEED_FAULTS)[number];

/** What happens to the connections to the gateway. */
export const GATEWAY_FAULTS = [
  'drop',
  'ask-to-reconnect',
  'invalid-session',
  'invalid-session-resumable',
  'close-4000',
  'freeze',
  'refuse',
] as const;
type GatewayFault = (typeof GATEWAY_FAULTS)[number];

/** A fault of the soak. It begins `atMs` after the start, and is over `lastsMs` later. */
export type PlannedFault = { readonly atMs: number; readonly lastsMs: number } & (
  | {
      readonly kind: 'discord';
      readonly match: string;
      readonly fault: RequestFault;
      readonly times: number;
    }
  | { readonly kind: 'gateway'; readonly how: GatewayFault }
  | { readonly kind: 'feed'; readonly feed: number; readonly how: FeedFault }
  /** The process of a publishing house is killed, and started again afterwards. */
  | { readonly kind: 'house'; readonly house: number }
  /** The server is stopped, and started again afterwards. */
  | { readonly kind: 'postgres'; readonly how: 'fast' | 'immediate' }
);

/** What there is to break, and for how long. */
export interface FaultRange {
  readonly seed: number;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly feeds: number;
  readonly houses: number;
  readonly hasPostgres: boolean;
}

/** The mean time between two faults of a kind. Each of the kinds of the gateway comes about six times in half an hour. */
const EVERY_MS = {
  discord: 6_000,
  gateway: 40_000,
  feed: 15_000,
  house: 200_000,
  postgres: 150_000,
} as const;

/** Requests to break, with their shares. */
const MATCHES: readonly (readonly [match: string, share: number])[] = [
  ['POST /interactions/*', 0.3],
  ['* /webhooks/*', 0.35],
  ['POST /channels/:id/messages', 0.15],
  ['*', 0.2],
];

/** Plans the faults of a soak, in the order of their time. The same seed gives the same faults. */
export function planFaults(range: FaultRange): PlannedFault[] {
  const { seed, fromMs, untilMs, feeds, houses, hasPostgres } = range;
  const random = createRandom(seed);
  const between = (low: number, high: number): number => Math.round(low + random() * (high - low));
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const gateway = createTurns(GATEWAY_FAULTS, random);
  const feedFaults = createTurns(FEED_FAULTS, random);
  const stops = createTurns(['fast', 'immediate'] as const, random);

  const make: Record<PlannedFault['kind'], (atMs: number) => PlannedFault> = {
    discord: (atMs) => {
      const match = pickMatch(random());
      // discord.js sends a request four times if the answer is 5xx.
      const times = match.includes('/channels/') ? between(1, 2) : between(1, 5);
      return { kind: 'discord', atMs, lastsMs: 0, match, fault: planRequestFault(), times };
    },
    gateway: (atMs) => {
      const how = gateway();
      return { kind: 'gateway', atMs, lastsMs: how === 'refuse' ? between(2_000, 15_000) : 0, how };
    },
    feed: (atMs) => ({
      kind: 'feed',
      atMs,
      lastsMs: between(30_000, 120_000),
      feed: between(0, feeds - 1),
      how: feedFaults(),
    }),
    house: (atMs) => ({
      kind: 'house',
      atMs,
      lastsMs: between(15_000, 60_000),
      house: between(0, houses - 1),
    }),
    postgres: (atMs) => ({ kind: 'postgres', atMs, lastsMs: between(0, 8_000), how: stops() }),
  };

  function planRequestFault(): RequestFault {
    const kind = random();
    if (kind < 0.2)
      return {
        kind: 'rate-limit',
        scope: pick(['user', 'shared'] as const),
        retryAfterMs: between(200, 3_000),
      };
    if (kind < 0.3)
      return { kind: 'rate-limit', scope: 'global', retryAfterMs: between(200, 2_000) };
    if (kind < 0.6) return { kind: 'status', status: pick([500, 502, 503]) };
    if (kind < 0.7) return { kind: 'drop', when: 'before' };
    if (kind < 0.8) return { kind: 'drop', when: 'after' };
    return { kind: 'slow', delayMs: between(200, 4_000) };
  }

  const planned: PlannedFault[] = [];
  for (const kind of ['discord', 'gateway', 'feed', 'house', 'postgres'] as const) {
    if (kind === 'postgres' && !hasPostgres) continue;
    const every = EVERY_MS[kind];
    // A fault of a rare kind comes in a short soak, too.
    let atMs = fromMs + Math.round(random() * Math.min(every, (untilMs - fromMs) / 2));
    for (; atMs < untilMs; atMs += between(every / 2, every * 1.5)) planned.push(make[kind](atMs));
  }
  return planned.toSorted((a, b) => a.atMs - b.atMs);
}

function pickMatch(share: number): string {
  let left = share;
  return (MATCHES.find(([, own]) => (left -= own) < 0) ?? MATCHES[0]!)[0];
}

/** Each of a list in turn, in an order of its own each time, so that none is left out of a short soak. */
function createTurns<T>(list: readonly T[], random: () => number): () => T {
  let left: T[] = [];
  return () => {
    if (left.length === 0) left = [...list];
    return left.splice(Math.floor(random() * left.length), 1)[0]!;
  };
}
