import { LRUCache } from 'lru-cache';

/** How many results are kept: those of the digests of one minute. */
const MOST_KEPT = 200;

/** Something with a number that changes whenever an article does. */
interface Versioned {
  readonly version: number;
}

/**
 * Keeps what digests of one moment have in common, until an article changes. A hundred schedules at 08:00
 * mostly cover the same window.
 */
export interface DigestCache {
  /** Changes whenever an article does, or when the date of one that is dated in the future has come. */
  versionAt(now: Date): string;
  /** The result kept under `key`, which names all that it depends on besides articles; else that of `compute`. */
  keep<T extends object | string>(key: readonly unknown[], compute: () => Promise<T>): Promise<T>;
}

/** An index, of which it is also known how many articles are dated at or after an instant. */
interface DatedIndex extends Versioned {
  countFrom(at: number): number;
}

/** Creates a cache that is empty again whenever an article changes in the index or in a story. */
export function createDigestCache(index: DatedIndex, stories: Versioned): DigestCache {
  const kept = new LRUCache<string, object | string>({ max: MOST_KEPT });
  const underWay = new Map<string, Promise<object | string>>();
  let keptOf = '';

  /** Of what was kept of another version, nothing is asked for again, and each result can be of all stories of a week. */
  function forgetOld(): void {
    const version = `${index.version},${stories.version}`;
    if (version !== keptOf) kept.clear();
    keptOf = version;
  }

  async function computeOnce<T extends object | string>(
    before: string,
    name: () => string,
    compute: () => Promise<T>,
  ): Promise<T> {
    const computing = compute();
    underWay.set(before, computing);
    try {
      const computed = await computing;
      // What was computed while an article changed may be of neither state.
      if (name() === before) kept.set(before, computed);
      return computed;
    } finally {
      if (underWay.get(before) === computing) underWay.delete(before);
    }
  }

  return {
    versionAt: (now) => [index.version, stories.version, index.countFrom(now.getTime())].join(),
    async keep<T extends object | string>(
      key: readonly unknown[],
      compute: () => Promise<T>,
    ): Promise<T> {
      const name = (): string => JSON.stringify([index.version, stories.version, ...key]);
      const before = name();
      forgetOld();
      const known = kept.get(before) as T | undefined;
      if (known !== undefined) return known;
      // Who asks meanwhile shares the result, but not a failure: everyone waits for stories as long as allowed.
      const shared = underWay.get(before) as Promise<T> | undefined;
      const result = shared && (await shared.catch(() => undefined));
      return result ?? (await computeOnce(before, name, compute));
    },
  };
}
