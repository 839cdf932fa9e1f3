/** Long work as a generator that yields wherever it may pause. */
export type Steps<T> = Generator<void, T, void>;

/**
 * Runs steps in slices of about 8 milliseconds, with the event loop running in between, so that a
 * slash command is acknowledged while 20,000 articles are indexed. Several pieces of work may share a
 * breather and its slices. Rejects with the signal's reason once that aborts; the rest is not run.
 */
export async function runInSlices<T>(
  steps: Steps<T>,
  breathe = createBreather(),
  signal?: AbortSignal,
): Promise<T> {
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    const pause = breathe();
    if (pause) await pause;
  }
}

/** Maps values one after the other, with a pause possible between any two. */
export function* mapInSteps<T, U>(values: readonly T[], map: (value: T) => U): Steps<U[]> {
  const mapped: U[] = [];
  for (const value of values) {
    mapped.push(map(value));
    yield;
  }
  return mapped;
}

/** Runs steps to the end without a pause, for the command line and for tests. */
export function runAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** To be called after each piece of long work. */
export type Breather = () => Promise<void> | undefined;

/**
 * Creates a function to call after each piece of long work. It returns a promise to await once
 * `sliceMs` milliseconds have passed without a pause, else undefined.
 *
 * @param kind The kind of the work, which may change from one pause to the next.
 */
export function createBreather(
  kind: WorkKind | (() => WorkKind) = 'answering',
  sliceMs = 8,
): Breather {
  let sliceEnd = performance.now() + sliceMs;
  const pause = async (): Promise<void> => {
    await takeTurn(typeof kind === 'function' ? kind() : kind);
    sliceEnd = performance.now() + sliceMs;
  };
  return () => (performance.now() < sliceEnd ? undefined : pause());
}

/**
 * What work is for, the most urgent first: an answer that someone waits for; index and stories, which follow the
 * store; what is read into the store, which they have to keep up with.
 */
const KINDS = ['answering', 'following', 'importing'] as const;

export type WorkKind = (typeof KINDS)[number];

/**
 * Less urgent work has a turn at least this often, in ms, however much is urgent: about a seventh of the time. An import
 * has less while answers wait, a thirtieth: it also makes work for index and stories, for which some answers wait.
 */
const LONGEST_WAIT_MS = { usual: 50, importingWhileAnswering: 250 } as const;

const queues = KINDS.map((kind) => ({
  kind,
  waiting: [] as (() => void)[],
  lastAt: Number.NEGATIVE_INFINITY,
}));
let isScheduled = false;

/**
 * Resolves in its own turn of the event loop: of all waiting callers, one resumes per turn, the most urgent first.
 * So two hundred simultaneous commands don't block the event loop for longer at a time than one does, and an import
 * doesn't hold them up.
 */
export function takeTurn(kind: WorkKind = 'answering'): Promise<void> {
  const queue = queues.find((one) => one.kind === kind)!;
  return new Promise((resume) => {
    queue.waiting.push(resume);
    schedule();
  });
}

function schedule(): void {
  if (isScheduled || queues.every(({ waiting }) => waiting.length === 0)) return;
  isScheduled = true;
  setImmediate(() => {
    isScheduled = false;
    resumeNext(performance.now());
    schedule();
  });
}

function resumeNext(now: number): void {
  const waiting = queues.filter((queue) => queue.waiting.length > 0);
  const isAnswering = waiting[0]?.kind === 'answering';
  const isOverdue = ({ kind, lastAt }: (typeof queues)[number]): boolean => {
    const { usual, importingWhileAnswering } = LONGEST_WAIT_MS;
    const longest = isAnswering && kind === 'importing' ? importingWhileAnswering : usual;
    return now - lastAt >= longest;
  };
  const next = waiting.findLast(isOverdue) ?? waiting[0];
  if (!next) return;
  next.lastAt = now;
  next.waiting.shift()!();
}
