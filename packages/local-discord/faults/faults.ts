import type { Gateway } from '../gateway/gateway.ts';
import { createHolds, type Hold } from './holds.ts';
import type { Answer, RequestMatch, SeenRequest } from './request-match.ts';
import { matchesRequest } from './request-match.ts';

/** What a test may let go wrong; nothing does unless it is switched on here. */
export interface Faults {
  /** Lets the next `times` (default 1) matching requests end in a fault. */
  next(match: RequestMatch, answer: Answer, times?: number): void;
  /**
   * Stops the next matching request before it is carried out, or after that and before it is answered,
   * until it is released or dropped.
   */
  readonly hold: (match: RequestMatch, when: 'before' | 'after') => Hold;
  /** Takes back every fault that has not struck yet, and lets held requests go on. */
  releaseAll(): void;
  /** The last requests, oldest first: all since the start, up to some ten thousand. */
  readonly requests: SeenRequest[];
  /** What may happen to the gateway. */
  readonly gateway: Gateway;
  /** For the server's own use. */
  attachGateway(gateway: Gateway): void;
  /** For the server's own use: takes the fault that strikes a request, if any. */
  take(request: SeenRequest): Answer | undefined;
  /** For the server's own use: waits where a test holds the request; tells whether to drop it. */
  readonly pass: (request: SeenRequest, when: 'before' | 'after') => Promise<'go on' | 'drop'>;
}

const keptRequests = 10_000;

/** Creates the switches, all off. */
export function createFaults(): Faults {
  const planned: { match: RequestMatch; answer: Answer; left: number }[] = [];
  const holds = createHolds();
  const requests: SeenRequest[] = [];
  let attached: Gateway | undefined;
  return {
    requests,
    next(match, answer, times = 1) {
      planned.push({ match, answer, left: times });
    },
    hold: holds.hold,
    releaseAll() {
      planned.length = 0;
      holds.releaseAll();
    },
    get gateway() {
      if (!attached) throw new Error('The gateway is not open yet.');
      return attached;
    },
    attachGateway(gateway) {
      attached = gateway;
    },
    take(request) {
      requests.push(request);
      if (requests.length > 2 * keptRequests) requests.splice(0, keptRequests);
      const fault = planned.find((one) => one.left > 0 && matchesRequest(one.match, request));
      if (!fault) return undefined;
      fault.left -= 1;
      if (fault.left === 0) planned.splice(planned.indexOf(fault), 1);
      return fault.answer;
    },
    pass: holds.pass,
  };
}
