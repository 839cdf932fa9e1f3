import { collectDefaultMetrics, Counter, Gauge, Registry, Summary } from 'prom-client';
import { describeHealth, type SourceHealth } from '../ingest/sources/describe-health.ts';
import type { Source } from '../ingest/sources/source.ts';
import type { EditionKind, LimitScope, Observer } from '../observer.ts';
import type { Readiness } from './readiness.ts';

/** What is measured when someone asks. Each may reject; its metrics are then left out. */
export interface Measures {
  readonly version: string;
  readonly now: () => Date;
  /** Absent until the store is open. */
  readonly app: () => MeasuredApp | undefined;
  readonly readiness: () => Promise<Readiness>;
}

/** The app, as far as it is measured. */
export interface MeasuredApp {
  /** Of the search index; absent without one. */
  readonly articleCount?: () => number;
  readonly indexBytes?: () => number;
  readonly storyCount: () => number;
  readonly storeBytes: () => Promise<number>;
  readonly sources: () => AsyncIterable<readonly [key: string, source: Source]>;
}

/** The metrics of one app, apart from those of any other in this process. */
export interface Metrics {
  readonly observer: Omit<Observer, 'pollingGoesOn' | 'schedulingGoesOn'>;
  /** All metrics in Prometheus' text format. */
  render(): Promise<{ readonly text: string; readonly contentType: string }>;
}

const HEALTH_KINDS: readonly SourceHealth['kind'][] = [
  'new',
  'healthy',
  'quiet',
  'empty',
  'failing',
  'paused',
  'gone',
];
const KINDS: readonly EditionKind[] = ['digest', 'alert'];
const SCOPES: readonly LimitScope[] = ['user', 'global', 'shared', 'unknown'];
const POLL_OUTCOMES = ['read', 'unchanged', 'gone', 'failed'] as const;

/** A server with one digest a day has a lag to show all day long. */
const LAG_WINDOW = { maxAgeSeconds: 24 * 3600, ageBuckets: 24 } as const;

/** Creates the metrics. Every label has a few values that are known beforehand. */
export function createMetrics(measures: Measures): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Gauge({ name: `dateline_${name}`, help, labelNames, registers });
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Counter({ name: `dateline_${name}`, help, labelNames, registers });

  gauge('build_info', 'The version of Dateline; always 1.', ['version']).set(
    { version: measures.version },
    1,
  );
  const checks = gauge('check_ok', 'Whether a check of /readyz succeeds.', ['check']);
  const ready = gauge('ready', 'Whether the bot does all of its work, as /readyz has it.');
  const articles = gauge('articles', 'Articles in the search index.');
  const stories = gauge('stories', 'Stories of these articles, those of one article included.');
  const indexBytes = gauge('index_bytes', 'Memory of the search index: its numbers and strings.');
  const storeBytes = gauge('store_bytes', 'Room that the store takes.');
  const sources = gauge('sources', 'Feeds that the bot knows, by health.', ['health']);
  const pollLag = gauge(
    'poll_lag_seconds',
    'How long the feed that waits longest for its poll has been due.',
  );
  const polls = counter('polls_total', 'Polls of feeds, by outcome.', ['outcome']);
  const lag = new Summary({
    name: 'dateline_delivery_lag_seconds',
    help: 'From the slot of a digest, or from when an alert was raised, until it was posted; quantiles of a day.',
    labelNames: ['kind'],
    percentiles: [0.5, 0.99],
    ...LAG_WINDOW,
    registers,
  });
  const failed = counter('editions_failed_total', 'Editions that were not delivered.', ['kind']);
  const missed = counter('slots_missed_total', 'Slots that passed while the bot was down.');
  const limited = counter('discord_rate_limited_total', 'Answers 429 of Discord, by scope.', [
    'scope',
  ]);
  // A counter that begins to exist with its first event shows no rise then.
  for (const kind of KINDS) failed.inc({ kind }, 0);
  for (const outcome of POLL_OUTCOMES) polls.inc({ outcome }, 0);
  for (const scope of SCOPES) limited.inc({ scope }, 0);
  missed.inc(0);

  async function measure(): Promise<void> {
    const readiness = await measures.readiness();
    ready.set(Number(readiness.ready));
    for (const { name, ok } of readiness.checks) checks.set({ check: name }, Number(ok));
    const app = measures.app();
    if (!app) return;
    stories.set(app.storyCount());
    if (app.articleCount) articles.set(app.articleCount());
    else articles.remove();
    if (app.indexBytes) indexBytes.set(app.indexBytes());
    else indexBytes.remove();
    await setOrRemove(storeBytes, app.storeBytes);
    await measureSources(app);
  }

  async function measureSources(app: MeasuredApp): Promise<void> {
    const now = measures.now();
    const counts = new Map(HEALTH_KINDS.map((kind) => [kind, 0]));
    let oldest = now.getTime();
    try {
      for await (const [, source] of app.sources()) {
        const { kind } = describeHealth(source, now);
        counts.set(kind, (counts.get(kind) ?? 0) + 1);
        if (!source.paused) oldest = Math.min(oldest, Date.parse(source.state.nextPollAt));
      }
    } catch {
      sources.reset();
      pollLag.remove();
      return;
    }
    for (const [health, count] of counts) sources.set({ health }, count);
    pollLag.set((now.getTime() - oldest) / 1000);
  }

  return {
    observer: {
      polled: (outcome) => polls.inc({ outcome }),
      posted: (kind, lagMs) => lag.observe({ kind }, lagMs / 1000),
      failed: (kind) => failed.inc({ kind }),
      missedSlot: () => missed.inc(),
      limited: (scope) => limited.inc({ scope }),
    },
    async render() {
      await measure();
      return { text: await registry.metrics(), contentType: registry.contentType };
    },
  };
}

/** A value that cannot be found out is left out: an old one would mislead. `/readyz` has the reason. */
async function setOrRemove(gauge: Gauge, read: () => Promise<number>): Promise<void> {
  try {
    gauge.set(await read());
  } catch {
    gauge.remove();
  }
}
