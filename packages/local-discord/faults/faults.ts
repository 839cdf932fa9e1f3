import type { Fault } from './fault.ts';
import type { GatewayFaults } from './gateway-faults.ts';
import { createHolds, type Hold } from './holds.ts';
import { matchesRequest, type RequestMatch, type SeenRequest } from './request-match.ts';

/** What a test may let go wrong; nothing does unless it is switched on here. */
export interface Faults {
  /** Lets the next `times` (default 1) matching requests end in a fault. */
  next(match: RequestMatch, fault: Fault, times?: number): void;
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
  readonly gateway: GatewayFaults;
}

/** The faults as the server sees them. */
export interface ServerFaults extends Faults {
  attachGateway(gateway: GatewayFaults): void;
  /** Notes a request and takes the fault that strikes it, if any. */
  take(request: SeenRequest): Fault | undefined;
  /** Waits while a test holds the request; tells whether to drop it. */
  readonly pass: (request: SeenRequest, when: 'before' | 'after') => Promise<'go on' | 'drop'>;
}

const keptRequests = 10_000;

/** Creates the switches, all off. */
export function createFaults(): ServerFaults {
  const planned: { match: RequestMatch; fault: Fault; left: number }[] = [];
  const holds = createHolds();
  const requests: SeenRequest[] = [];
  let attached: GatewayFaults | undefined;
  return {
    requests,
    next(match, fault, times = 1) {
      planned.push({ match, fault, left: times });
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
      const next = planned.find((one) => one.left > 0 && matchesRequest(one.match, request));
      if (!next) return undefined;
      next.left -= 1;
      if (next.left === 0) planned.splice(planned.indexOf(next), 1);
      return next.fault;
    },
    pass: holds.pass,
  };
}
