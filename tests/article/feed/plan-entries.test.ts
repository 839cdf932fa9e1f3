import { describe, expect, it } from 'vitest';
import { buildFeedArticleId } from '../../../src/article/feed/feed-article-id.ts';
import { buildArticleId } from '../../../src/article/article-id.ts';
import type { FeedEntry } from '../../../src/article/feed/feed.ts';
import {
  KNOWN_LIMITS,
  planEntries,
  renameKnown,
  type KnownEntry,
} from '../../../src/article/feed/plan-entries.ts';
import { buildFeedEntry } from '../../support/build-feed-entry.ts';

const NOW = new Date('2024-05-07T12:00:00Z');
const LATER = new Date('2024-05-07T13:00:00Z');

function plan(known: readonly KnownEntry[], entries: readonly FeedEntry[], now = NOW) {
  return planEntries(known, entries, { source: 'Wire', now });
}

/** Plans a second reading's entries after a first reading. */
function readTwice(first: readonly FeedEntry[], second: readonly FeedEntry[]) {
  const before = plan([], first);
  const after = plan(before.known, second, LATER);
  return {
    first: before.plans.map(({ articleId }) => articleId),
    kinds: after.plans.map(({ kind }) => kind),
    ids: after.plans.map(({ articleId }) => articleId),
    known: after.known,
  };
}

const bridge = buildFeedEntry({
  id: 'tag:1',
  url: 'https://wire.example/bridge',
  title: 'Bridge opens',
});

describe('an entry that is read again', () => {
  it.each([
    ['as it was', {}],
    ['with a new date', { publishedAt: '2024-05-07T11:59:00Z' }],
    [
      'with another spelling of its link',
      { url: 'http://www.wire.example/bridge/?utm_source=rss#top' },
    ],
    ['with its mobile link', { url: 'https://m.wire.example/bridge/amp' }],
    ['with a new link', { url: 'https://wire.example/2024/bridge-opens' }],
    ['with another id and the same link and title', { id: 'tag:1:v2' }],
  ])('is the same %s', (_what, change) => {
    const { first, kinds, ids } = readTwice([bridge], [{ ...bridge, ...change }]);
    expect(kinds).toEqual(['same']);
    expect(ids).toEqual(first);
  });

  it.each([
    ['text', { text: 'It opened on Monday, two days late.' }],
    ['title', { title: 'Bridge opens late' }],
    ['title and id, while its link stays', { id: 'tag:1#1', title: 'Bridge opens late' }],
  ])('is an update with another %s', (_what, change) => {
    const { first, kinds, ids } = readTwice([bridge], [{ ...bridge, ...change }]);
    expect(kinds).toEqual(['update']);
    expect(ids).toEqual(first);
  });

  it('is recognized by title and day if it has neither id nor link', () => {
    const bare = buildFeedEntry({ title: 'Ferry late', publishedAt: '2024-05-07T08:00:00Z' });
    const changed = { ...bare, publishedAt: '2024-05-07T09:00:00Z', text: 'By an hour.' };
    const tomorrow = { ...bare, publishedAt: '2024-05-08T08:00:00Z' };
    expect(readTwice([bare], [changed, tomorrow]).kinds).toEqual(['update', 'new']);
  });

  it('is not updated twice', () => {
    const changed = { ...bridge, text: 'Changed.' };
    const { known } = readTwice([bridge], [changed]);
    expect(plan(known, [changed], LATER).plans[0]?.kind).toBe('same');
  });
});

describe('two articles', () => {
  const live = 'https://wire.example/live';
  const one = buildFeedEntry({ id: 'a', url: live, title: 'First post', text: 'One.' });
  const two = buildFeedEntry({ id: 'b', url: live, title: 'Second post', text: 'Two.' });

  it('with one link are both kept, at once or one after the other', () => {
    const together = plan([], [one, two]);
    expect(together.plans.map(({ kind }) => kind)).toEqual(['new', 'new']);
    expect(new Set(together.plans.map(({ articleId }) => articleId)).size).toBe(2);
    const { kinds, ids, first } = readTwice([one], [two, one]);
    expect(kinds).toEqual(['new', 'same']);
    expect(ids[1]).toBe(first[0]);
    expect(ids[0]).not.toBe(ids[1]);
  });

  it('with one link and one title are both kept if both are in the feed', () => {
    const again = { ...two, title: one.title };
    const { plans } = plan([], [one, again]);
    expect(plans.map(({ kind }) => kind)).toEqual(['new', 'new']);
    expect(plans[0]?.articleId).not.toBe(plans[1]?.articleId);
  });

  it('that link to the front page are distinguished by their ids', () => {
    const [a, b] = [one, two].map((entry) => ({ ...entry, url: 'https://wire.example/' }));
    const { kinds, ids } = readTwice([a!], [b!, a!]);
    expect(kinds).toEqual(['new', 'same']);
    expect(new Set(ids).size).toBe(2);
  });

  it('with the same id are distinguished by their links', () => {
    const [a, b] = ['x', 'y'].map((name) =>
      buildFeedEntry({ id: '0', url: `https://wire.example/${name}`, title: name }),
    );
    expect(readTwice([a!, b!], [b!, a!]).kinds).toEqual(['same', 'same']);
  });
});

describe('the memory of entries', () => {
  it('keeps an entry that left its feed for a limited time', () => {
    const { known } = plan([], [bridge]);
    const soon = new Date(NOW.getTime() + KNOWN_LIMITS.maxAgeMs - 1000);
    expect(plan(known, [], soon).known).toHaveLength(1);
    expect(plan(known, [], new Date(soon.getTime() + 2000)).known).toEqual([]);
  });

  it('survives storage, and a new id of the article', () => {
    const { known, plans } = plan([], [bridge]);
    const stored = JSON.parse(JSON.stringify(known)) as KnownEntry[];
    const renamed = renameKnown(stored, plans[0]!.articleId, 'canonical');
    expect(plan(renamed, [bridge]).plans[0]).toMatchObject({
      kind: 'same',
      articleId: 'canonical',
    });
  });
});

describe("an article's id", () => {
  it("is its page's id, as for a pasted link", () => {
    expect(buildFeedArticleId(bridge, 'Wire')).toBe(
      buildArticleId({ url: 'https://wire.example/bridge?fbclid=1', title: 'x' }),
    );
  });
});
