/** The heap after a collection of all of it. */
interface HeapSample {
  /** Ms since 1970. */
  readonly at: number;
  readonly mb: number;
}

/** Reads how large the heap of a process is after each collection, from what `--trace-gc` prints. */
export interface HeapWatch {
  readonly samples: readonly HeapSample[];
  read(line: string): void;
}

/** As in "[123:0x5c1f] 4711 ms: Mark-Compact 50.2 (60.1) -> 30.1 (55.0) MB, …". Others collect only what is new. */
const MARK_COMPACT = /^\[\d+:(0x[\da-f]+)\].*: Mark-Compact .*-> ([\d.]+) \(/u;

/** Creates a watch. It counts the heap of the main thread only: the first that prints anything. */
export function createHeapWatch(now: () => number = Date.now): HeapWatch {
  const samples: HeapSample[] = [];
  let main: string | undefined;
  return {
    samples,
    read(line) {
      main ??= /^\[\d+:(0x[\da-f]+)\]/u.exec(line)?.[1];
      const [, heap, megabytes] = MARK_COMPACT.exec(line) ?? [];
      if (heap !== undefined && heap === main) samples.push({ at: now(), mb: Number(megabytes) });
    },
  };
}
