import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Fault } from '../faults/fault.ts';
import type { SeenRequest } from '../faults/request-match.ts';
import type { RestContext } from './rest-app.ts';

/** How many requests a route allows in a window. Discord reveals its limits only in headers; these are typical. */
const bucketRules: readonly (readonly [pattern: RegExp, limit: number, perMs: number])[] = [
  [/^POST \/channels\/\d+\/messages$/, 5, 5_000],
  [/^PATCH \/channels\/\d+\/messages\/:id$/, 5, 5_000],
  [/^DELETE \/channels\/\d+\/messages\/:id$/, 5, 1_000],
  [/^POST \/channels\/\d+\/typing$/, 5, 5_000],
  [/^(POST|PATCH|DELETE) \/webhooks\//, 5, 2_000],
  [/^PUT \/applications\//, 20, 60_000],
];
const defaultRule = { limit: 50, perMs: 1_000 } as const;
const globalRule = { limit: 50, perMs: 1_000 } as const;

/** Discord's rate limits. */
export interface RateLimits {
  /** Counts a request and sets the rate limit headers. Returns a 429 response if the limit is exceeded. */
  enter(c: RestContext, request: SeenRequest): Response | undefined;
  /** Returns the 429 response of a fault that a test injected. */
  answerFault(c: RestContext, fault: Extract<Fault, { kind: 'rate-limit' }>): Response;
}

/** If there are more buckets than this, those whose window is over are deleted. */
const maxBuckets = 1_000;

interface Bucket {
  used: number;
  resetsAt: number;
}

/** Creates rate limits without any counted requests. */
export function createRateLimits(clock: Clock): RateLimits {
  const buckets = new Map<string, Bucket>();
  const count = (key: string, rule: { perMs: number }): Bucket => {
    const now = clock.monotonic();
    const present = buckets.get(key);
    const bucket =
      present && present.resetsAt > now ? present : { used: 0, resetsAt: now + rule.perMs };
    bucket.used += 1;
    if (buckets.size > maxBuckets) deleteExpired(buckets, now);
    buckets.set(key, bucket);
    return bucket;
  };
  return {
    enter(c, request) {
      const route = routeOf(request);
      const now = clock.monotonic();
      if (!isInteractionRoute(request)) {
        const all = count('global', globalRule);
        if (all.used > globalRule.limit) return tooMany(c, 'global', all.resetsAt - now);
      }
      const rule = ruleOf(route);
      const bucket = count(route, rule);
      const left = Math.max(0, bucket.resetsAt - now);
      c.header('X-RateLimit-Limit', String(rule.limit));
      c.header('X-RateLimit-Remaining', String(Math.max(0, rule.limit - bucket.used)));
      c.header('X-RateLimit-Reset', ((clock.now() + left) / 1_000).toFixed(3));
      c.header('X-RateLimit-Reset-After', (left / 1_000).toFixed(3));
      c.header('X-RateLimit-Bucket', bucketHash(route));
      return bucket.used > rule.limit ? tooMany(c, 'user', left) : undefined;
    },
    answerFault(c, fault) {
      const wait = fault.retryAfterMs / 1_000;
      if (fault.scope !== 'global') {
        c.header('X-RateLimit-Limit', '5');
        c.header('X-RateLimit-Remaining', fault.scope === 'shared' ? '1' : '0');
        c.header('X-RateLimit-Reset', (clock.now() / 1_000 + wait).toFixed(3));
        c.header('X-RateLimit-Reset-After', wait.toFixed(3));
        c.header('X-RateLimit-Bucket', bucketHash('fault'));
      }
      const message = fault.scope === 'shared' ? 'The resource is being rate limited.' : undefined;
      return tooMany(c, fault.scope, fault.retryAfterMs, message);
    },
  };
}

/** Names a route by its method and path. It keeps only the first id, the major parameter. */
function routeOf(request: SeenRequest): string {
  const [, first = '', second = '', ...rest] = request.path.split('/');
  const majors = ['channels', 'guilds', 'webhooks', 'interactions'];
  const isMajor = majors.includes(first);
  const kept = first === 'webhooks' || first === 'interactions' ? rest.splice(0, 1) : [];
  const head = isMajor ? [first, second, ...kept] : [first, blank(second)];
  return `${request.method} /${[...head, ...rest.map(blank)].filter(Boolean).join('/')}`;
}

function blank(part: string): string {
  return /^\d+$|^@original$/.test(part) ? ':id' : part;
}

function ruleOf(route: string): { limit: number; perMs: number } {
  const rule = bucketRules.find(([pattern]) => pattern.test(route));
  return rule ? { limit: rule[1], perMs: rule[2] } : defaultRule;
}

function isInteractionRoute(request: SeenRequest): boolean {
  return /^\/(interactions|webhooks)\//.test(request.path);
}

/** Discord gives the bucket of a route the same name for every major parameter. */
function bucketHash(route: string): string {
  const kind = route.replaceAll(/\/\d+/g, '/:id').replace(/(\/webhooks\/:id)\/[^/]+/, '$1/:token');
  return createHash('md5').update(kind).digest('hex');
}

function tooMany(
  c: RestContext,
  scope: 'user' | 'shared' | 'global',
  retryAfterMs: number,
  message = 'You are being rate limited.',
): Response {
  const seconds = Math.ceil(retryAfterMs) / 1_000;
  c.header('Retry-After', String(Math.ceil(seconds)));
  c.header('X-RateLimit-Scope', scope);
  if (scope === 'global') c.header('X-RateLimit-Global', 'true');
  return c.json({ message, retry_after: seconds, global: scope === 'global' }, 429);
}

function deleteExpired(buckets: Map<string, Bucket>, now: number): void {
  for (const [key, bucket] of buckets) if (bucket.resetsAt <= now) buckets.delete(key);
}
