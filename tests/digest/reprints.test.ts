import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import type { Digest } from '../../src/digest/digest.ts';
import { prepareDigest } from '../../src/digest/prepare-digest.ts';
import { buildArticle } from '../support/build-article.ts';
import { buildEdition, buildSubscription } from '../support/build-subscription.ts';
import { openNews, type OpenedNews } from '../support/open-news.ts';

type Printed = Required<Pick<Article, 'title' | 'text' | 'url' | 'publishedAt' | 'source'>>;

/** Two reports of a day, and what four publishers print of them on the next. */
const { first, reprints } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'reprints.json'), 'utf8'),
) as { first: Printed[]; reprints: Printed[] };

const MORNING = '2026-11-29T08:00:00.000Z';
const NEXT_MORNING = '2026-11-30T08:00:00.000Z';

let news: OpenedNews;
let told: Digest;
beforeEach(async () => {
  news = await openNews();
  await news.add(first.map(buildArticle), new Date('2026-11-28T22:00:00Z'));
  told = await prepareDigest(buildSubscription(), new Date(MORNING), [], news);
});
afterEach(() => news.close());

/** The digest after the channel was told the first day, if these reports came since. */
async function nextDigest(reports: readonly Printed[]): Promise<Digest> {
  await news.add(reports.map(buildArticle), new Date('2026-11-29T14:00:00Z'));
  const edition = buildEdition({ slot: MORNING, digest: told });
  return prepareDigest(buildSubscription(), new Date(NEXT_MORNING), [edition], news);
}

const [mill, bridge] = first as [Printed, Printed];
const reprint = (report: Printed, given: Partial<Printed>): Printed => ({
  ...report,
  url: `https://c.example/${report.url.length}`,
  source: 'Mirror Wire',
  publishedAt: '2026-11-29T12:00:00Z',
  ...given,
});

describe('a story that the channel was told', () => {
  it('was told with both reports', () => {
    expect(told.stories.map(({ headline }) => headline).toSorted()).toEqual(
      [bridge.title, mill.title].toSorted(),
    );
  });

  it.each<readonly [string, readonly Printed[]]>([
    ['the same text at another address', [reprints[0]!]],
    ['curly quotes', [reprints[1]!]],
    ['another title and a number in another form', [reprints[2]!]],
    ['a comma, and "a 60-kilometre detour"', [reprints[3]!]],
    ['all of these at once', reprints],
    ['another dateline', [reprint(mill, { text: `TARBES, France (Wire) — ${mill.text}` })]],
    [
      '"said Friday"',
      [reprint(mill, { text: mill.text.replace('said on Friday', 'said Friday') })],
    ],
    [
      'only its end',
      [reprint(bridge, { text: bridge.text.slice(bridge.text.indexOf('The road')) })],
    ],
  ])('is not told again for a reprint with %s', async (_, reports) => {
    const { stories, omissions } = await nextDigest(reports);
    expect(stories).toEqual([]);
    expect(new Set(omissions.map(({ reason }) => reason))).toEqual(new Set(['already-told']));
  });

  it('is told again as an update with a figure that has changed', async () => {
    const changed = mill.text.replace('140 jobs', '180 jobs');
    const { stories } = await nextDigest([reprint(mill, { text: changed })]);
    expect(stories).toMatchObject([
      { update: true, sentences: [{ text: expect.stringContaining('180 jobs') }] },
    ]);
  });

  it('is told again as an update with what is new in a reprint', async () => {
    const fact = 'Lorries of more than nine tonnes were turned back at the border on Sunday.';
    const { stories, omissions } = await nextDigest([
      ...reprints,
      reprint(bridge, { text: `${fact} ${bridge.text}` }),
    ]);
    expect(stories).toHaveLength(1);
    expect(stories[0]).toMatchObject({ update: true, sentences: [{ text: fact }] });
    expect(omissions).toMatchObject([{ reason: 'already-told' }]);
  });
});
