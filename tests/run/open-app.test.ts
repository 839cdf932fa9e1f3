import { describe, expect, it } from 'vitest';
import { openApp } from '../../src/run/open-app.ts';
import { parseConfig } from '../../src/config.ts';
import { z } from 'zod';
import { openStore } from '../../src/store/open-store.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collect } from '../support/collect.ts';
import { collectLog } from '../support/collect-log.ts';

describe('the app', () => {
  it('skips a stored record that it cannot read, and logs which one and why', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dateline-'));
    const storeUrl = `sqlite:${join(folder, 'store.sqlite')}`;
    const store = await openStore(storeUrl, { records: { subscriptions: z.unknown() } });
    await store.records('subscriptions').put('1:broken', { schedule: 'often' });
    await store.close();

    const { log, lines } = collectLog();
    const app = await openApp(parseConfig({ STORE_URL: storeUrl }), log, () => new Date());
    expect(await collect(app.services.subscriptions.list())).toEqual([]);
    expect(lines).toMatchObject([
      { key: 'subscriptions:1:broken', reason: expect.stringMatching(/\w/) },
    ]);
    await app.close();
    await rm(folder, { recursive: true });
  });
});
