import { matchesRequest, type RequestMatch, type SeenRequest } from './request-match.ts';

/** A request that a test holds. */
export interface Hold {
  /** Resolves when the request arrives at the step where it is held. */
  readonly reached: Promise<SeenRequest>;
  /** Continues the request. */
  release(): void;
  /** Closes the request's connection. */
  drop(): void;
}

/** The requests that tests hold or will hold. */
export interface Holds {
  readonly hold: (match: RequestMatch, when: 'before' | 'after') => Hold;
  readonly pass: (request: SeenRequest, when: 'before' | 'after') => Promise<'go on' | 'drop'>;
  readonly releaseAll: () => void;
}

interface Waiting {
  readonly match: RequestMatch;
  readonly when: 'before' | 'after';
  readonly end: Promise<'go on' | 'drop'>;
  readonly finish: (how: 'go on' | 'drop') => void;
  readonly reach: (request: SeenRequest) => void;
}

/** Creates an object without held requests. */
export function createHolds(): Holds {
  const waiting = new Set<Waiting>();
  const started = new Set<Waiting>();
  return {
    hold(match, when) {
      let reach: Waiting['reach'] = noop;
      let finish: Waiting['finish'] = noop;
      const reached = new Promise<SeenRequest>((resolve) => (reach = resolve));
      const end = new Promise<'go on' | 'drop'>((resolve) => (finish = resolve));
      waiting.add({ match, when, end, finish, reach });
      return { reached, release: () => finish('go on'), drop: () => finish('drop') };
    },
    async pass(request, when) {
      const one = [...waiting].find(
        (held) => held.when === when && matchesRequest(held.match, request),
      );
      if (!one) return 'go on';
      waiting.delete(one);
      started.add(one);
      one.reach(request);
      const how = await one.end;
      started.delete(one);
      return how;
    },
    releaseAll() {
      for (const one of [...waiting, ...started]) one.finish('go on');
      waiting.clear();
    },
  };
}

function noop(): void {}
