import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { findQuietPort } from '../../tests/support/quiet-port.ts';
import type { FeedFault } from './plan-faults.ts';

/** The publishing houses, a process each. */
export interface Houses {
  readonly feedUrls: readonly string[];
  /** The addresses of the feeds of one house. */
  feedsOf(house: number): readonly string[];
  /** What links may lead to, for ALLOWED_ADDRESSES. */
  readonly allowedAddresses: string;
  /** Lets a feed do something else than answer; without a fault, it is well again. */
  break(feed: number, fault?: FeedFault): void;
  kill(house: number): void;
  revive(house: number): Promise<void>;
  close(): void;
}

interface House {
  readonly port: number;
  readonly child: ChildProcess;
}

/** Starts so many houses, which share the feeds in turn. */
export async function openHouses(seed: number, count: number, feeds: number): Promise<Houses> {
  const faults = new Map<number, FeedFault>();
  const houses: House[] = [];
  for (let house = 0; house < count; house += 1)
    houses.push(await startHouse(seed, await findQuietPort()));
  const houseOf = (feed: number): House => houses[feed % count]!;
  const tell = ({ child }: House, feed: number): void => {
    if (child.connected) child.send({ feed, fault: faults.get(feed) });
  };
  const feedUrls = Array.from(
    { length: feeds },
    (_, feed) => `http://127.1.0.${feed}:${houseOf(feed).port}/feed`,
  );
  return {
    feedUrls,
    feedsOf: (house) => feedUrls.filter((_, feed) => feed % count === house),
    allowedAddresses: feedUrls.map((url) => new URL(url).host).join(','),
    break(feed, fault) {
      if (fault) faults.set(feed, fault);
      else faults.delete(feed);
      tell(houseOf(feed), feed);
    },
    kill: (house) => void houses[house]!.child.kill('SIGKILL'),
    async revive(house) {
      const dead = houses[house]!;
      houses[house] = await startHouse(seed, dead.port);
      for (const feed of faults.keys()) tell(houseOf(feed), feed);
    },
    close() {
      for (const { child } of houses) child.kill('SIGKILL');
    },
  };
}

async function startHouse(seed: number, port: number): Promise<House> {
  const child = fork(join(import.meta.dirname, 'publishing-house.ts'), [
    String(seed),
    String(port),
  ]);
  await once(child, 'message');
  return { port, child };
}
