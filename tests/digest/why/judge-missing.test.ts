import { describe, expect, it } from 'vitest';
import { traceLink } from '../../../src/ingest/feeds/trace-link.ts';
import { judgeMissing } from '../../../src/digest/why/judge-missing.ts';
import { findFailed } from '../../../src/digest/why/stage.ts';
import { NO_MEMORY, type FeedMemory } from '../../../src/ingest/feeds/feed-memory.ts';
import { buildFeedEntry } from '../../support/build-feed-entry.ts';
import { buildFailures, buildFeed } from '../../support/build-source.ts';
import { NOW } from '../../support/build-services.ts';

const LINK = 'https://harbour.example/bridge';
const AT = '2024-03-14T08:00:00.000Z';
const READ = { lastPollAt: AT, lastSuccessAt: AT };
const SOURCE = buildFeed({ state: READ });

const judge = (fate: ReturnType<typeof traceLink>) => {
  const failed = findFailed(judgeMissing(fate, NOW));
  const reason = failed?.reason.map((part) => (typeof part === 'string' ? part : '…')).join('');
  return [fate.kind, failed?.stage, reason];
};

const waiting = (attempts: number): FeedMemory => ({
  known: [],
  pending: [
    {
      entry: buildFeedEntry({ url: `${LINK}?utm_source=feed` }),
      articleId: 'a1',
      isSettled: false,
      isShared: false,
      attempts,
    },
  ],
});

describe('what became of a link', () => {
  it.each([
    ['its page waits', waiting(0), SOURCE, ['waiting', 'page', 'its page is still to be read']],
    [
      'its page failed',
      waiting(2),
      SOURCE,
      ['waiting', 'page', 'its page could not be read 2 of 3 times, and will be tried again'],
    ],
    [
      'its entry was dropped',
      NO_MEMORY,
      buildFeed({
        state: {
          ...READ,
          dropped: [
            { title: 'Bridge', url: LINK, reason: 'The page needs a subscription.', at: AT },
          ],
        },
      }),
      ['dropped', 'page', 'it gave no article, at …: The page needs a subscription.'],
    ],
    [
      'its feed has not listed it',
      NO_MEMORY,
      SOURCE,
      [
        'unlisted',
        'source',
        'the feed of Harbour Post did not have this link when it was read at …',
      ],
    ],
    [
      'its feed fails',
      NO_MEMORY,
      buildFeed({ state: { ...READ, failures: buildFailures('not-found') } }),
      ['unlisted', 'source', 'Harbour Post: It was not found; tried once in 240 minutes'],
    ],
    [
      'its feed is paused',
      NO_MEMORY,
      buildFeed({ paused: { at: AT, reason: 'by-manager' } }),
      ['unlisted', 'source', 'Harbour Post: paused by a manager'],
    ],
  ] as const)('is told if %s', (_, memory, source, expected) => {
    const [kind, stage, reason] = judge(traceLink(LINK, [{ source, memory }]));
    expect([kind, stage]).toEqual(expected.slice(0, 2));
    expect(reason).toContain(expected[2].split(';')[0]);
  });

  it('is told if a feed listed it, with its article', () => {
    const known = { articleId: 'a1', page: LINK, titleKey: '', digest: '', seenAt: AT };
    const fate = traceLink(`${LINK}/#top`, [
      { source: SOURCE, memory: { known: [known], pending: [] } },
    ]);
    expect(fate).toMatchObject({ kind: 'listed', articleId: 'a1' });
    expect(judge(fate)[1]).toBe('page');
  });

  it('is that no source has pages at its site, as when its source was removed', () => {
    const fate = traceLink(LINK, []);
    expect(judge(fate)).toEqual([
      'no-source',
      'source',
      'no source that is read here has pages at harbour.example',
    ]);
    const other = buildFeed({ url: 'https://other.example/feed.xml' });
    expect(traceLink(LINK, [{ source: other, memory: undefined }]).kind).toBe('no-source');
  });

  it('finds the source of a part of its site', () => {
    const source = buildFeed({ url: 'https://feeds.harbour.example/rss' });
    expect(traceLink(LINK, [{ source, memory: undefined }]).kind).toBe('unlisted');
    const home = buildFeed({
      url: 'https://rss.example/1',
      homeUrl: 'https://www.harbour.example/',
    });
    expect(traceLink(LINK, [{ source: home, memory: undefined }]).kind).toBe('unlisted');
    const similar = buildFeed({ url: 'https://notharbour.example/rss' });
    expect(traceLink(LINK, [{ source: similar, memory: undefined }]).kind).toBe('no-source');
  });

  it('is never a crash, whatever is given as a link', () => {
    for (const link of ['', 'https://', 'not a link', 'ftp://x.example/'])
      expect(traceLink(link, [{ source: SOURCE, memory: NO_MEMORY }]).kind).toBe('no-source');
  });
});
