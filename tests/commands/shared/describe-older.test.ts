import { describe, expect, it } from 'vitest';
import {
  describeLeftOut,
  describeRecentOnly,
  noteRecentOnly,
} from '../../../commands/shared/describe-older.ts';
import { search } from '../../../commands/search/search-command.ts';
import type { OlderArticles, OlderFound } from '../../../src/index/older/older-articles.ts';
import { buildArticle } from '../../support/build-article.ts';
import { buildContext, buildServices } from '../../support/build-services.ts';
import { runCommand } from '../../support/run-command.ts';
import { readText } from '../../support/shown-text.ts';

const DAYS = 30;

/** Older articles of which every search finds the same. */
function buildOlder(found: OlderFound): OlderArticles {
  const older: OlderArticles = {
    days: DAYS,
    search: async () => found,
    findByUrl: async () => undefined,
    forServer: () => older,
  };
  return older;
}

const searched = (candidates: number, lookedAt: number): OlderFound => ({
  kind: 'searched',
  hits: [],
  candidates,
  lookedAt,
});

describe('what a reply says about older articles', () => {
  it('is nothing if the index has them all', () => {
    expect(describeRecentOnly(undefined)).toBeUndefined();
    expect(noteRecentOnly(undefined)).toEqual([]);
    expect(describeLeftOut(undefined, undefined)).toBeUndefined();
  });

  it.each([
    [searched(300, 300), undefined],
    [
      searched(1200, 300),
      'Of 1200 articles that may fit and are older than 30 days, the newest 300 were looked at.',
    ],
    [
      { kind: 'left-out', reason: 'preparing' },
      'Articles older than 30 days cannot be searched yet.',
    ],
    [{ kind: 'left-out', reason: 'engine' }, 'Only articles of the last 30 days are searched.'],
    [
      { kind: 'left-out', reason: 'slow' },
      'Articles older than 30 days are left out, because searching them took too long. Try rarer words.',
    ],
  ] as const)('says what a search left out: %j', async (found, sentence) => {
    const older = buildOlder(found);
    expect(describeLeftOut(older, found)).toBe(sentence);
    const article = buildArticle({ title: 'A ferry sank', text: 'The ferry sank at night.' });
    const context = buildContext(await buildServices([article], { older }));
    const shown = readText(await runCommand(search, context, { query: 'ferry' }));
    expect(shown.includes(sentence ?? 'older than')).toBe(sentence !== undefined);
    const nothing = runCommand(search, context, { query: 'unicorn' });
    await expect(nothing).rejects.toThrow(sentence ?? /earlier date\.$/);
  });

  it('does not say that a publisher or a country is unknown if older articles may have it', async () => {
    const article = buildArticle({ title: 'A ferry sank', source: 'Harbour Post' });
    const context = buildContext(
      await buildServices([article], { older: buildOlder(searched(0, 0)) }),
    );
    const nothing = runCommand(search, context, { query: 'ferry', source: 'Coast News' });
    await expect(nothing).rejects.toThrow(/^No article has these words/);
  });
});
