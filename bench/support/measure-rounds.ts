/** One of several ways to do the same work on a text. */
export interface Contestant {
  readonly name: string;
  readonly work: (text: string) => unknown;
}

/** Rounds that only warm up compilers and caches. */
const WARM_UP = 3;
const ROUNDS = 9;

/**
 * Milliseconds of processor time a text, by contestant and round. All take turns within each round, so that
 * other load on the machine affects them alike.
 */
export async function measureRounds(
  texts: readonly string[],
  contestants: readonly Contestant[],
): Promise<number[][]> {
  const times: number[][] = contestants.map(() => []);
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const [i, { work }] of contestants.entries()) {
      const startedAt = process.cpuUsage();
      for (const text of texts) await work(text);
      const { user, system } = process.cpuUsage(startedAt);
      if (round >= WARM_UP) times[i]!.push((user + system) / 1000 / texts.length);
    }
  }
  return times;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** The median of the ratios of one contestant's times to another's, round by round. */
export function medianRatio(times: readonly number[], others: readonly number[]): number {
  return median(times.map((time, round) => time / others[round]!));
}
