import { expect, it } from 'vitest';
import { createSourcePoller } from '../../../src/ingest/feeds/poll-sources.ts';
import { collect } from '../../support/collect.ts';
import { buildProse, openPublisher } from '../../support/open-publisher.ts';

/** Tests that polling works on a store. `open` returns the address of an empty one. */
export function testPolling(
  name: string,
  open: () => Promise<{ readonly url: string; remove(): Promise<void> }>,
): void {
  it(`polls a feed with one of two pollers on ${name}, and stores new entries at the next poll`, async () => {
    const database = await open();
    const world = await openPublisher({ storeUrl: database.url });
    const item = (title: string) => ({ title, guid: title, page: '/a', text: buildProse(title) });
    world.publish([item('Bridge opens')]);
    const other = createSourcePoller(world.parts);
    await Promise.all([world.poller.pollDue(), other.pollDue()]);
    expect(world.fetched('/feed.xml')).toBe(1);
    world.publish([item('Ferry late'), item('Bridge opens')]);
    const { state } = await world.poll();
    expect((await world.articles()).map(({ title }) => title)).toEqual([
      'Bridge opens',
      'Ferry late',
    ]);
    expect(state.failures).toBeUndefined();
    expect(await collect(world.parts.claims.list())).toEqual([]);
    await world.close();
    await database.remove();
  });
}
