import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildEdition } from '../../../src/digest/build-edition.ts';
import { editionKey, type Edition } from '../../../src/digest/edition.ts';
import { prepareDigest } from '../../../src/digest/prepare-digest.ts';
import { traceAsked } from '../../../src/digest/why/trace-asked.ts';
import type { RecordStore } from '../../../src/store/record-store.ts';
import { buildReport } from '../../support/build-news.ts';
import { buildSubscription } from '../../support/build-subscription.ts';
import { openNews, type OpenedNews } from '../../support/open-news.ts';

const SLOT = new Date('2024-03-14T08:00:00.000Z');
const NEXT = new Date('2024-03-15T08:00:00.000Z');
const FLOOD = buildReport('flood', 'Harbour Post', '2024-03-14T06:00:00.000Z');
const COMET = buildReport('comet', 'Harbour Post', '2024-03-14T05:00:00.000Z');

let news: OpenedNews;
let editions: RecordStore<Edition>;
beforeEach(async () => {
  news = await openNews();
  editions = news.store.records('editions');
  await news.add([FLOOD], new Date('2024-03-14T06:30:00Z'));
});
afterEach(() => news.close());

/** Posts the edition of a slot. */
async function post(slot: Date, past: readonly Edition[] = []): Promise<Edition> {
  const subscription = buildSubscription();
  const digest = await prepareDigest(subscription, slot, past, news);
  const state = { kind: 'posted', at: slot.toISOString(), messageId: '1' } as const;
  const edition = buildEdition({ subscription, slot, late: false, digest, state });
  await editions.put(editionKey(edition), edition);
  return edition;
}

describe('the digest of a past slot', () => {
  it('is that of its edition, whatever was stored and told since', async () => {
    const edition = await post(SLOT);
    // Published before the slot, stored after it.
    await news.add([COMET], new Date('2024-03-14T09:00:00Z'));
    const next = await post(NEXT, [edition]);
    const subscription = buildSubscription();
    const traced = async (slot: Date) =>
      (await traceAsked({ subscription, slot, madeAt: slot }, editions, news)).digest;
    expect(await traced(SLOT)).toEqual(edition.digest);
    expect(await traced(NEXT)).toEqual(next.digest);
    expect(next.digest.stories.map(({ articleId }) => articleId)).toEqual([COMET.id]);
  });
});

describe('the digest of now', () => {
  it('knows all that is stored and was told, and changes no edition', async () => {
    const edition = await post(SLOT);
    await news.add([COMET], new Date('2024-03-14T09:00:00Z'));
    const asked = { subscription: buildSubscription(), slot: NEXT };
    const { considered } = await traceAsked(asked, editions, news);
    expect(considered.map(({ story, outcome }) => [story.id, outcome])).toEqual([
      [COMET.id, 'told'],
    ]);
    expect(await editions.get(editionKey(edition))).toEqual(edition);
  });

  it('is what /digest now makes if it is of no schedule, with a server’s own articles', async () => {
    await news.add([{ ...COMET, onlyFor: '100' }], new Date('2024-03-14T06:30:00Z'));
    const idsFor = async (given: { guildId?: string }) => {
      const { considered } = await traceAsked({ slot: SLOT, ...given }, editions, news);
      return considered.map(({ story }) => story.id);
    };
    expect(await idsFor({ guildId: '100' })).toEqual([FLOOD.id, COMET.id]);
    expect(await idsFor({ guildId: '200' })).toEqual([FLOOD.id]);
    expect(await idsFor({})).toEqual([FLOOD.id]);
  });
});
