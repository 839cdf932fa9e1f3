import { createBreather, runInSlices } from '../../slices.ts';
import { buildFeedArticle } from './build-feed-article.ts';
import type { DocumentFacts, ParsedItem } from '../parsed-item.ts';
import { parseFeedTextInSteps } from './parse-feed.ts';
import { planEntries } from './entries/plan-entries.ts';

/**
 * Reads the articles of a feed that was saved as a file. An entry without a text is dropped with
 * that reason.
 */
export async function* parseFeedItems(
  text: string,
  about: DocumentFacts,
): AsyncGenerator<ParsedItem> {
  const breathe = createBreather('importing');
  const result = await runInSlices(parseFeedTextInSteps(text), breathe);
  if (result.kind !== 'feed') {
    const reason = result.kind === 'page' ? 'a web page, not a feed' : result.reason;
    yield { kind: 'fault', line: 1, reason };
    return;
  }
  const { feed } = result;
  const source = about.source ?? feed.title;
  const now = about.modifiedAt;
  const { plans } = planEntries([], feed.entries, {
    now: now ?? new Date(0),
    ...(source !== undefined && { source }),
  });
  for (const { entry, articleId: id, kind } of plans) {
    const pause = breathe();
    if (pause) await pause;
    const article = buildFeedArticle(entry, feed, {
      id,
      ...(now && { now }),
      undated: 'file',
      ...(about.detector && { detector: about.detector }),
      ...(source !== undefined && { source }),
    });
    const title = article.title === '' ? (entry.url ?? entry.id ?? '') : article.title;
    // The line of an entry isn't known; many feeds are a single line.
    if (kind === 'same') yield { kind: 'dropped', line: 1, text: title, reason: 'repeated entry' };
    else if (article.text === '' || article.title === '') {
      const reason = `entry without a ${article.title === '' ? 'title' : 'text'} of its own`;
      yield { kind: 'dropped', line: 1, text: title, reason };
    } else {
      const uses = [{ line: 1, text: title, role: 'title' as const }];
      yield { kind: 'article', article, lines: { from: 1, to: 1 }, uses };
    }
  }
}
