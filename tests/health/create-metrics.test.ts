import { describe, expect, it } from 'vitest';
import { createMetrics, type MeasuredApp, type Metrics } from '../../src/health/create-metrics.ts';
import type { Source } from '../../src/ingest/sources/source.ts';
import { buildFeed } from '../support/build-source.ts';

const NOW = new Date('2024-03-14T12:00:00Z');

async function* list(sources: readonly Source[]) {
  for (const source of sources) yield await Promise.resolve([source.id, source] as const);
}

const APP: MeasuredApp = {
  articleCount: () => 20,
  storyCount: () => 7,
  indexBytes: () => 4096,
  storeBytes: () => Promise.resolve(8192),
  sources: () => list([]),
};

function create(app?: MeasuredApp): Metrics {
  return createMetrics({
    version: '1.2.3',
    now: () => NOW,
    app: () => app,
    readiness: () =>
      Promise.resolve({ ready: false, checks: [{ name: 'store', ok: true, detail: 'Well.' }] }),
  });
}

/** The samples by name and labels. */
async function read(metrics: Metrics): Promise<Map<string, number>> {
  const { text } = await metrics.render();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}

describe('metrics', () => {
  it('measure what is there at the moment when someone asks', async () => {
    const found = await read(create(APP));
    expect(
      Object.fromEntries([...found].filter(([name]) => name.startsWith('dateline_'))),
    ).toMatchObject({
      'dateline_build_info{version="1.2.3"}': 1,
      dateline_articles: 20,
      dateline_stories: 7,
      dateline_index_bytes: 4096,
      dateline_store_bytes: 8192,
      dateline_ready: 0,
      'dateline_check_ok{check="store"}': 1,
      dateline_poll_lag_seconds: 0,
    });
    for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds'])
      expect(found.get(name)).toBeGreaterThan(0);
  });

  it('say nothing of a search index in a process that has none', async () => {
    const { articleCount: _, indexBytes: __, ...app } = APP;
    const found = await read(create(app));
    expect(found.get('dateline_stories')).toBe(7);
    expect([...found.keys()]).not.toContain('dateline_articles');
    expect([...found.keys()]).not.toContain('dateline_index_bytes');
  });

  it('count sources by health, and give the wait of the one that waits longest', async () => {
    const due = (minutes: number) => ({
      nextPollAt: new Date(NOW.getTime() - minutes * 60_000).toISOString(),
    });
    const sources = [
      buildFeed({ state: due(3) }),
      buildFeed({ state: due(-3) }),
      buildFeed({ state: due(600), paused: { at: NOW.toISOString(), reason: 'by-manager' } }),
    ];
    const found = await read(create({ ...APP, sources: () => list(sources) }));
    expect(found.get('dateline_poll_lag_seconds')).toBe(180);
    expect(found.get('dateline_sources{health="paused"}')).toBe(1);
    expect(found.get('dateline_sources{health="gone"}')).toBe(0);
  });

  it('leave out what cannot be measured, instead of giving an old value', async () => {
    let isBroken = false;
    const fail = () => Promise.reject(new Error('lost'));
    const metrics = create({
      ...APP,
      storeBytes: () => (isBroken ? fail() : APP.storeBytes()),
      async *sources() {
        if (isBroken) await fail();
        yield* list([]);
      },
    });
    expect([...(await read(metrics)).keys()]).toContain('dateline_store_bytes');
    isBroken = true;
    const names = [...(await read(metrics)).keys()];
    expect(names).toContain('dateline_articles');
    for (const gone of ['dateline_store_bytes', 'dateline_sources', 'dateline_poll_lag'])
      expect(names.filter((name) => name.startsWith(gone))).toEqual([]);
  });

  it('count what the parts of the bot tell', async () => {
    const metrics = create();
    const { observer } = metrics;
    expect((await read(metrics)).get('dateline_slots_missed_total')).toBe(0);
    observer.missedSlot();
    observer.missedSlot();
    observer.limited('shared');
    observer.polled('failed');
    observer.failed('alert');
    for (let seconds = 1; seconds <= 100; seconds += 1) observer.posted('digest', seconds * 1000);
    const found = await read(metrics);
    expect(found.get('dateline_slots_missed_total')).toBe(2);
    expect(found.get('dateline_discord_rate_limited_total{scope="shared"}')).toBe(1);
    expect(found.get('dateline_discord_rate_limited_total{scope="global"}')).toBe(0);
    expect(found.get('dateline_polls_total{outcome="failed"}')).toBe(1);
    expect(found.get('dateline_editions_failed_total{kind="alert"}')).toBe(1);
    const lag = (quantile: string) =>
      found.get(`dateline_delivery_lag_seconds{quantile="${quantile}",kind="digest"}`);
    expect(lag('0.5')).toBeCloseTo(50.5, 0);
    expect(lag('0.99')).toBeGreaterThan(95);
    expect(found.get('dateline_delivery_lag_seconds_count{kind="digest"}')).toBe(100);
  });

  it('have names and types as Prometheus wants them, and labels of a few known values', async () => {
    const { text, contentType } = await create(APP).render();
    expect(contentType).toMatch(/^text\/plain; version=0\.0\.4/);
    const types = [...text.matchAll(/^# TYPE (dateline_\w+) (\w+)$/gm)];
    expect(types.length).toBeGreaterThan(12);
    for (const [, name = '', type] of types) {
      expect(name).toMatch(/^dateline_[a-z_]+$/);
      expect(name.endsWith('_total')).toBe(type === 'counter');
      expect(text).toContain(`# HELP ${name} `);
    }
    const labels = [...text.matchAll(/^dateline_\w+\{(\w+)=/gm)].map(([, label]) => label);
    expect(new Set(labels)).toEqual(
      new Set(['version', 'check', 'health', 'outcome', 'kind', 'scope']),
    );
  });

  it('are apart for each app', async () => {
    const one = create(APP);
    const other = create(APP);
    one.observer.missedSlot();
    expect((await read(other)).get('dateline_slots_missed_total')).toBe(0);
  });
});
