import { waitUnlessAborted } from '../../abort.ts';
import type { Endpoints } from '../guard/allowed-endpoints.ts';
import { checkLink } from '../guard/check-link.ts';
import { withDeadline } from './deadline.ts';
import { explainFetchError } from './explain-fetch-error.ts';
import { FetchFault } from './fetch-failure.ts';
import type { HostPauses } from '../hosts/host-pauses.ts';
import type { HostQueue } from '../hosts/host-queue.ts';
import {
  requestDocument,
  type Answer,
  type Ask,
  type DocumentAnswer,
  type RequestContext,
} from './request-document.ts';
import { parseUrl } from '../../parse-url.ts';

/** The result of following a link to its end. */
export type Fetched =
  | (DocumentAnswer & Way & { readonly url: string })
  | (Extract<Answer, { kind: 'unchanged' }> & Way)
  | { readonly kind: 'gone' };

/** What the redirects on the way mean for the caller. */
interface Way {
  /** Where only permanent redirects led, so that the caller can remember it. */
  readonly permanentUrl?: string;
  /** A redirect led from https to http, so anyone on the network may have changed the text. */
  readonly isDowngraded?: true;
}

/** The dependencies of following redirects. */
export interface FollowContext extends RequestContext {
  readonly endpoints: Endpoints;
  readonly queue: HostQueue;
  readonly pauses: HostPauses;
  /** Called before each hop. Throws if the page must not be read; resolves to the crawl delay. */
  readonly askRobots?: (url: URL) => Promise<number>;
  readonly isUrgent: boolean;
  readonly signal: AbortSignal;
}

/**
 * Follows redirects by hand: every hop is checked like the first link, waits for its own host's turn
 * and obeys that host's robots.txt. Throws only FetchFaults.
 */
export async function followRedirects(
  link: string,
  ask: Ask,
  context: FollowContext,
): Promise<Fetched> {
  const { endpoints, limits } = context;
  const seen = new Set<string>();
  let leftMs = limits.totalTimeoutMs;
  let url = withoutHash(checkLink(link, endpoints, limits.maxLinkChars));
  let isPermanent = true;
  let way: Way = {};
  for (let hops = 0; ; hops += 1) {
    if (seen.has(url.href)) throw new FetchFault('redirect-loop', { host: url.hostname });
    if (hops > limits.maxRedirects) {
      throw new FetchFault('too-many-redirects', { host: url.hostname });
    }
    seen.add(url.href);
    const { answer, tookMs } = await askOnce(url, ask, leftMs, context);
    leftMs = Math.max(1, leftMs - tookMs);
    if (answer.kind === 'document') return { ...answer, ...way, url: url.href };
    if (answer.kind === 'unchanged') return { ...answer, ...way };
    if (answer.kind === 'gone') {
      // 410 counts only for the address itself or for where it has moved permanently.
      if (isPermanent) return { kind: 'gone' };
      throw new FetchFault('not-found', { host: url.hostname, status: 410 });
    }
    const next = resolveRedirect(answer.to, url, context);
    const isDowngraded = url.protocol === 'https:' && next.protocol === 'http:';
    isPermanent &&= answer.isPermanent && !isDowngraded;
    way = {
      ...way,
      ...(isPermanent && { permanentUrl: next.href }),
      ...(isDowngraded && { isDowngraded }),
    };
    url = next;
  }
}

async function askOnce(
  url: URL,
  ask: Ask,
  leftMs: number,
  context: FollowContext,
): Promise<{ answer: Answer; tookMs: number }> {
  const { queue, pauses, askRobots, isUrgent, signal, limits } = context;
  try {
    pauses.check(url.host);
    const delayMs = askRobots ? await waitUnlessAborted(askRobots(url), signal) : 0;
    const task = async (): Promise<{ answer: Answer; tookMs: number }> => {
      // While this waited, the host may have asked to be left alone.
      pauses.check(url.host);
      const startedAt = performance.now();
      const answer = await withDeadline(leftMs, signal, (ending) =>
        requestDocument(url, ask, ending, context),
      );
      return { answer, tookMs: performance.now() - startedAt };
    };
    // A crawl delay is meant for crawlers, not for one link that a person opens.
    return await queue.run(url.host, task, {
      signal,
      isUrgent,
      ...(!isUrgent && { spacingMs: delayMs }),
    });
  } catch (error) {
    throw explainFetchError(error, url.hostname, limits);
  }
}

function resolveRedirect(to: string, from: URL, { endpoints, limits }: FollowContext): URL {
  const target = parseUrl(to, from.href);
  if (!target) throw new FetchFault('bad-redirect', { host: from.hostname });
  return withoutHash(checkLink(target, endpoints, limits.maxLinkChars));
}

/** The part after "#" is for the browser and is not part of the request. */
function withoutHash(url: URL): URL {
  url.hash = '';
  return url;
}
