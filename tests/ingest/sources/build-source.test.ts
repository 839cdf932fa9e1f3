import { describe, expect, it } from 'vitest';
import { buildSource, buildSourceId } from '../../../src/ingest/sources/build-source.ts';
import { canonicalFeedUrl, parseFeedAddress } from '../../../src/ingest/sources/feed-address.ts';
import { HOST, nameSource } from '../../../src/ingest/sources/source.ts';
import { NOW } from '../../support/build-services.ts';

describe('parseFeedAddress', () => {
  it.each([
    ['https://a.example/rss', 'https://a.example/rss'],
    [' a.example/rss ', 'https://a.example/rss'],
    ['a.example:8080/rss', 'https://a.example:8080/rss'],
    ['feed://a.example/rss', 'https://a.example/rss'],
    ['feed:http://a.example/rss', 'http://a.example/rss'],
    ['HTTPS://A.Example/RSS#top', 'https://a.example/RSS'],
    ['http://127.0.0.1:80/rss', 'http://127.0.0.1/rss'],
  ])('reads %s as %s', (typed, address) => {
    expect(parseFeedAddress(typed)).toBe(address);
  });

  it.each([
    '',
    'news',
    'two words.example',
    'ftp://a.example/rss',
    'javascript:alert(1)',
    'https://me:secret@a.example/rss',
    'https://',
    `https://a.example/${'x'.repeat(3000)}`,
  ])('refuses %j', (typed) => {
    expect(parseFeedAddress(typed)).toBeUndefined();
  });
});

describe('canonicalFeedUrl', () => {
  it.each([
    ['http://www.a.example/rss/', 'https://a.example/rss'],
    ['https://a.example/?b=2&a=1', 'https://a.example/?a=1&b=2'],
  ])('gives %s and %s the same form', (one, other) => {
    expect(canonicalFeedUrl(one)).toBe(canonicalFeedUrl(other));
  });

  it('keeps apart feeds that differ in a query parameter', () => {
    expect(canonicalFeedUrl('https://a.example/?feed=sport')).not.toBe(
      canonicalFeedUrl('https://a.example/?feed=world'),
    );
  });
});

describe('a new source', () => {
  it('is due at once, and its id follows from its owner and address', () => {
    const source = buildSource({ name: 'A', url: 'https://a.example/rss' }, '1', NOW);
    expect(source.id).toMatch(/^[0-9a-f]{12}$/);
    expect(source.state.nextPollAt).toBe(NOW.toISOString());
    expect(buildSourceId('http://www.a.example/rss/', '1')).toBe(source.id);
    expect(buildSourceId('https://a.example/rss', HOST)).not.toBe(source.id);
  });
});

describe('a source without a given name', () => {
  const unnamed = {
    name: 'harbour.example',
    isUnnamed: true,
    url: 'https://harbour.example/rss',
  } as const;
  const fresh = buildSource(unnamed, HOST, NOW);

  it('gets the first name that its feed gives itself', () => {
    const named = nameSource(fresh, '  Harbour Post ');
    expect(named).toMatchObject({ name: 'Harbour Post' });
    expect(nameSource(named, 'Another name')).toBe(named);
  });

  it('keeps the name of its host if the feed gives none', () => {
    expect(nameSource(fresh, undefined)).toBe(fresh);
  });
});
