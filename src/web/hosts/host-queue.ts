import { onAbort } from '../../abort.ts';
import { FetchFault } from '../request/fetch-failure.ts';
import { planStart, type Lane, type StartLimits } from './plan-start.ts';

/** The limits of running and waiting tasks. */
export interface QueueLimits extends StartLimits {
  readonly maxWaiting: number;
  readonly hostSpacingMs: number;
}

/** The options of one task. */
export interface TurnOptions {
  readonly isUrgent?: boolean;
  /** The time until the host's next task, if it is more than the limits say. */
  readonly spacingMs?: number;
  readonly signal?: AbortSignal;
}

interface Job {
  readonly spacingMs: number;
  readonly begin: () => Promise<void>;
  readonly refuse: (reason: 'aborted' | 'closed') => void;
}

interface Host {
  active: number;
  freeAt: number;
  readonly jobs: Readonly<Record<Lane, Job[]>>;
}

/** Runs tasks host by host; `planStart` decides whose turn it is. */
export class HostQueue {
  readonly #hosts = new Map<string, Host>();
  readonly #limits: QueueLimits;
  readonly #now: () => Date;
  #active = 0;
  readonly #waiting = { urgent: 0, ordinary: 0 };
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(limits: QueueLimits, now: () => Date) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Runs a task when its host's turn comes. Rejects with a FetchFault if it never does. */
  run<T>(host: string, task: () => Promise<T>, options: TurnOptions = {}): Promise<T> {
    const { isUrgent = false, spacingMs = 0, signal } = options;
    const lane: Lane = isUrgent ? 'urgent' : 'ordinary';
    return new Promise((resolve, reject) => {
      const refusal = this.#refuse(lane, signal);
      if (refusal !== undefined) {
        reject(refusal);
        return;
      }
      const jobs = this.#hostOf(host).jobs[lane];
      let stopListening: (() => void) | undefined;
      const job: Job = {
        spacingMs: Math.max(spacingMs, this.#limits.hostSpacingMs),
        begin: () => {
          stopListening?.();
          return task().then(resolve, reject);
        },
        refuse: (reason) => {
          stopListening?.();
          reject(new FetchFault(reason));
        },
      };
      jobs.push(job);
      this.#waiting[lane] += 1;
      if (signal) {
        stopListening = onAbort(signal, () => {
          jobs.splice(jobs.indexOf(job), 1);
          this.#waiting[lane] -= 1;
          job.refuse('aborted');
        });
      }
      this.#startAll();
    });
  }

  /** Refuses all waiting tasks. Running tasks continue. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const { jobs } of this.#hosts.values()) {
      for (const job of [...jobs.urgent, ...jobs.ordinary]) job.refuse('closed');
    }
    this.#hosts.clear();
    this.#waiting.urgent = this.#waiting.ordinary = 0;
  }

  #refuse(lane: Lane, signal: AbortSignal | undefined): FetchFault | undefined {
    if (this.#isClosed) return new FetchFault('closed');
    if (signal?.aborted) return new FetchFault('aborted');
    return this.#waiting[lane] < this.#limits.maxWaiting ? undefined : new FetchFault('busy');
  }

  #startAll(): void {
    clearTimeout(this.#timer);
    for (;;) {
      if (this.#isClosed || this.#waiting.urgent + this.#waiting.ordinary === 0) return;
      // Nothing can start, so there is no need to look through thousands of waiting tasks.
      if (this.#active >= this.#limits.maxConcurrent && this.#waiting.urgent === 0) return;
      const now = this.#now().getTime();
      const plan = planStart(this.#loads(), this.#active, now, this.#limits);
      if (plan.kind === 'idle') return;
      if (plan.kind === 'wait') {
        this.#timer = setTimeout(() => this.#startAll(), plan.waitMs);
        return;
      }
      this.#start(plan.host, plan.lane, now);
    }
  }

  #start(name: string, lane: Lane, now: number): void {
    const host = this.#hostOf(name);
    const job = host.jobs[lane].shift();
    if (job === undefined) return;
    // After its turn, the host goes to the end.
    this.#hosts.delete(name);
    this.#hosts.set(name, host);
    host.active += 1;
    host.freeAt = now + job.spacingMs;
    this.#active += 1;
    this.#waiting[lane] -= 1;
    void job.begin().finally(() => {
      host.active -= 1;
      this.#active -= 1;
      this.#forgetIdle();
      this.#startAll();
    });
  }

  #hostOf(name: string): Host {
    const known = this.#hosts.get(name);
    if (known) return known;
    const host: Host = { active: 0, freeAt: 0, jobs: { urgent: [], ordinary: [] } };
    this.#hosts.set(name, host);
    return host;
  }

  *#loads() {
    for (const [host, { active, freeAt, jobs }] of this.#hosts) {
      const waiting = { urgent: jobs.urgent.length, ordinary: jobs.ordinary.length };
      yield { host, active, freeAt, waiting };
    }
  }

  #forgetIdle(): void {
    const now = this.#now().getTime();
    for (const [name, { active, freeAt, jobs }] of this.#hosts) {
      if (active > 0 || freeAt > now) continue;
      if (jobs.urgent.length + jobs.ordinary.length === 0) this.#hosts.delete(name);
    }
  }
}
