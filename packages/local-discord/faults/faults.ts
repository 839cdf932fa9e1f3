import type { Fault } from './fault.ts';
import type { GatewayFaults } from './gateway-faults.ts';
import { createHolds, type Hold } from './holds.ts';
import { matchesRequest, type RequestMatch, type SeenRequest } from './request-match.ts';

/** Faults that a test can inject. There are none at first. */
export interface Faults {
  /** Injects a fault into the next `times` (1 by default) matching requests. */
  next(match: RequestMatch, fault: Fault, times?: number): void;
  /**
   * Holds the next matching request until it is released or dropped: `before` it takes effect, or `after`
   * that and before it is answered.
   */
  readonly hold: (match: RequestMatch, when: 'before' | 'after') => Hold;
  /** Cancels every fault that has not happened yet, and releases held requests. */
  releaseAll(): void;
  /** The requests so far, oldest first: at least the last 10,000. */
  readonly requests: SeenRequest[];
  /** The injected faults that requests met, oldest first: at least the last 10,000. */
  readonly met: readonly MetFault[];
  /** Faults of the gateway. */
  readonly gateway: GatewayFaults;
}

/** An injected fault that a request met. */
export interface MetFault {
  readonly request: SeenRequest;
  readonly fault: Fault;
  /** The machine's time, in ms since 1970. */
  readonly at: number;
}

/** The server's side of the faults. */
export interface ServerFaults extends Faults {
  attachGateway(gateway: GatewayFaults): void;
  /** Records a request and returns the fault for it, if there is one. */
  take(request: SeenRequest): Fault | undefined;
  /** Waits while a test holds the request. Resolves to `drop` if its connection must be closed. */
  readonly pass: (request: SeenRequest, when: 'before' | 'after') => Promise<'go on' | 'drop'>;
}

/** At least so many requests, and faults that they met, are kept. */
const kept = 10_000;

/** Creates an object without faults. */
export function createFaults(): ServerFaults {
  const planned: { match: RequestMatch; fault: Fault; left: number }[] = [];
  const holds = createHolds();
  const requests: SeenRequest[] = [];
  const met: MetFault[] = [];
  let attached: GatewayFaults | undefined;
  return {
    requests,
    met,
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
      keep(requests, request);
      const next = planned.find((one) => one.left > 0 && matchesRequest(one.match, request));
      if (!next) return undefined;
      next.left -= 1;
      if (next.left === 0) planned.splice(planned.indexOf(next), 1);
      keep(met, { request, fault: next.fault, at: Date.now() });
      return next.fault;
    },
    pass: holds.pass,
  };
}

function keep<T>(list: T[], one: T): void {
  list.push(one);
  if (list.length > 2 * kept) list.splice(0, kept);
}
