import { describe, expect, it } from 'vitest';
import { buildFeedArticleId } from '../../../../src/article/feed/feed-article-id.ts';
import { buildArticleId } from '../../../../src/article/article-id.ts';
import type { FeedEntry } from '../../../../src/article/feed/feed.ts';
import { KNOWN_LIMITS } from '../../../../src/article/feed/entries/entry-memory.ts';
import type { KnownEntry } from '../../../../src/article/feed/entries/known-entry.ts';
import { planEntries, renameKnown } from '../../../../src/article/feed/entries/plan-entries.ts';
import { buildFeedEntry } from '../../../support/build-feed-entry.ts';

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

describe('an article whose address and id change with its headline', () => {
  const text =
    'The harbour authority closed both ferry piers on Monday after cracks were found. '.repeat(4);
  const piers = buildFeedEntry({
    id: 'https://wire.example/piers-closed',
    url: 'https://wire.example/piers-closed',
    title: 'Piers closed',
    publishedAt: '2024-05-07T08:00:00Z',
    text,
  });
  const moved = {
    ...piers,
    id: 'https://wire.example/both-piers',
    url: 'https://wire.example/both-piers',
  };

  it.each([
    ['the same text', moved],
    ['another headline', { ...moved, title: 'Both ferry terminals shut until April' }],
    ['another text, at the same time', { ...moved, title: 'Both piers closed', text: 'Short.' }],
    ['no id', { ...moved, id: undefined }],
  ])('is one article with %s, and its address is renewed', (_, given) => {
    const { id, ...rest } = given;
    const after = readTwice([piers], [id === undefined ? rest : { ...rest, id }]);
    expect(after.ids).toEqual(after.first);
    expect(after.kinds).toEqual(['update']);
    expect(plan(after.known, [moved], LATER).plans[0]?.articleId).toBe(after.first[0]);
  });

  it('is one article through several changes', () => {
    const second = readTwice([piers], [moved]);
    const third = { ...moved, id: 'c', url: 'https://wire.example/c', title: 'Shut until April' };
    const evenLater = new Date(LATER.getTime() + 3_600_000);
    const { plans, known } = plan(second.known, [third], evenLater);
    expect(plans[0]).toMatchObject({ kind: 'update', articleId: second.first[0] });
    expect(plan(known, [third], evenLater).plans[0]?.kind).toBe('same');
  });

  it.each([
    ['the old entry is still in the feed', [piers, moved]],
    ['the day differs', [{ ...moved, publishedAt: '2024-05-08T08:00:00Z' }]],
    ['headline and text differ', [{ ...moved, title: 'Ferry late', text: 'By an hour.' }]],
    [
      'the time and the text differ',
      [{ ...moved, publishedAt: '2024-05-07T09:00:00Z', text: 'No.' }],
    ],
  ])('is another article if %s', (_, entries) => {
    expect(readTwice([piers], entries).kinds.at(-1)).toBe('new');
  });

  it('is not found by a text that several entries have', () => {
    const other = { ...piers, id: 'o', url: 'https://wire.example/o', title: 'Mill for sale' };
    const next = { ...piers, id: 'n', url: 'https://wire.example/n', title: 'Council meets' };
    const at = '2024-05-07T10:00:00Z';
    expect(readTwice([piers, other], [{ ...next, publishedAt: at }]).kinds).toEqual(['new']);
  });
});

describe('an id that is used for another article', () => {
  const top = buildFeedEntry({
    id: 'top',
    url: 'https://wire.example/2024/bridge-opens',
    title: 'Bridge opens',
    publishedAt: '2024-05-07T08:00:00Z',
    text: 'The bridge opened on Monday.',
  });
  const next = {
    ...top,
    url: 'https://wire.example/2024/ferry-late',
    title: 'Ferry late',
    publishedAt: '2024-05-07T10:00:00Z',
    text: 'The ferry was late by an hour.',
  };

  it('makes two articles, and a third one', () => {
    const { first, kinds, ids, known } = readTwice([top], [next]);
    expect(kinds).toEqual(['new']);
    expect(ids).not.toEqual(first);
    expect(plan(known, [next], LATER).plans[0]).toMatchObject({ kind: 'same', articleId: ids[0] });
    const third = {
      ...next,
      url: 'https://wire.example/2024/mill',
      title: 'Old mill is for sale',
      publishedAt: '2024-05-07T11:00:00Z',
      text: 'It has stood empty since 1988.',
    };
    expect(plan(known, [third], LATER).plans[0]?.kind).toBe('new');
    expect(plan(known, [top], LATER).plans[0]).toMatchObject({ kind: 'same', articleId: first[0] });
  });

  it.each([
    ['its headline stays', { title: 'Bridge opens at last' }],
    ['its date stays', { publishedAt: '2024-05-07T08:00:00Z' }],
    ['its page stays', { url: top.url! }],
  ])('is the same article if %s', (_, change) => {
    const { first, ids } = readTwice([top], [{ ...next, ...change }]);
    expect(ids).toEqual(first);
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
