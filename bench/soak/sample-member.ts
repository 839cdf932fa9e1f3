import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { Member } from './start-member.ts';

/** What one process took at one moment, from its own metrics and from /proc. */
export interface MemberSample {
  /** Ms since 1970. */
  readonly at: number;
  readonly rssMb: number;
  /** The delay of its event loop since the sample before, in ms. */
  readonly loopMs: LoopDelay;
  readonly cpuSeconds: number;
  /** How long its main thread has run, and how long it has waited for a processor that others had. */
  readonly mainThread: { readonly ranMs: number; readonly waitedMs: number };
  /** What keeps the process alive: timers, sockets, threads, requests. */
  readonly handles: number;
  readonly descriptors: number;
  readonly sockets: number;
  readonly articles: number;
}

/** Points of a distribution. */
export interface LoopDelay {
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
}

/** The values of metrics in Prometheus' text format, by name with labels. */
type Metrics = ReadonlyMap<string, number>;

/** Longer than the check of a store that does not answer. */
const ASK_MS = 15_000;

/** prom-client looks at the loop so often, and counts that as delay. */
const RESOLUTION_MS = 10;

/** Asks a process for its metrics and looks at its descriptors; undefined if it doesn't answer or has ended. */
export async function sampleMember({ pid, healthUrl }: Member): Promise<MemberSample | undefined> {
  try {
    return describe(pid, await readMetrics(healthUrl));
  } catch {
    return undefined;
  }
}

function describe(pid: number, metrics: Metrics): MemberSample {
  const read = (name: string): number => metrics.get(name) ?? Number.NaN;
  const lag = (name: string): number =>
    Math.max(0, read(`nodejs_eventloop_lag_${name}_seconds`) * 1000 - RESOLUTION_MS);
  const descriptors = listDescriptors(pid);
  return {
    at: Date.now(),
    rssMb: read('process_resident_memory_bytes') / 1e6,
    loopMs: { p50: lag('p50'), p90: lag('p90'), p99: lag('p99'), max: lag('max') },
    cpuSeconds: read('process_cpu_seconds_total'),
    mainThread: readMainThread(pid),
    handles: read('nodejs_active_resources_total'),
    descriptors: descriptors.length,
    sockets: descriptors.filter((target) => target.startsWith('socket:')).length,
    articles: read('dateline_articles'),
  };
}

/** Parses the lines `name{labels} value` of metrics. */
export function parseMetrics(text: string): Metrics {
  const values = new Map<string, number>();
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const space = line.lastIndexOf(' ');
    values.set(line.slice(0, space), Number(line.slice(space + 1)));
  }
  return values;
}

async function readMetrics(healthUrl: string): Promise<Metrics> {
  const response = await fetch(`${healthUrl}/metrics`, { signal: AbortSignal.timeout(ASK_MS) });
  if (!response.ok) throw new Error(`It answered ${response.status}.`);
  return parseMetrics(await response.text());
}

/** See Documentation/scheduler/sched-stats.rst of Linux. */
function readMainThread(pid: number): MemberSample['mainThread'] {
  const [ran, waited] = readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ');
  return { ranMs: Number(ran) / 1e6, waitedMs: Number(waited) / 1e6 };
}

function listDescriptors(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).flatMap((name) => {
    try {
      return [readlinkSync(`${folder}/${name}`)];
    } catch {
      // Closed since they were listed.
      return [];
    }
  });
}
