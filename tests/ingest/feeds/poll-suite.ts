import { expect, it } from 'vitest';
import { createSourcePoller } from '../../../src/ingest/feeds/poll-sources.ts';
import { collect } from '../../support/collect.ts';
import { buildProse, openPublisher } from '../../support/open-publisher.ts';

/** What polling promises on every store; `open` gives the address of an empty one. */
export function testPolling(
  name: string,
  open: () => Promise<{ readonly url: string; remove(): Promise<void> }>,
): void {
  it(`polls a feed on ${name} once, by one of two pollers, and takes what is new later`, async () => {
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
