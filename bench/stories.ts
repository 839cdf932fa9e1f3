import { findArticlePlaces } from '../src/article/article-places.ts';
import { countryAgreement } from '../src/story/country-agreement.ts';
import { joinArticles } from '../src/story/join-articles.ts';
import { HARD_PAIR_FILES, measureHardPairs } from './support/measure-hard-pairs.ts';
import { NO_EVAL_DATA } from './support/read-eval.ts';
import type { Agreement } from './support/score-bcubed.ts';
import { scoreStories } from './support/score-stories.ts';
import { STORY_PEERS } from './support/story-peers.ts';
import { readStorySets, type LabelledArticle } from './support/story-sets.ts';

/**
 * Prints how well articles are joined into stories, beside simpler rules in the same run, and what can be said
 * of the stories without labels.
 */
export async function run(): Promise<void> {
  const all = await readStorySets();
  const sets = all.flatMap(({ name, articles }) => (articles ? [{ name, articles }] : []));
  if (sets.length < all.length) console.log(`${NO_EVAL_DATA} Its sets are skipped.`);
  const results = sets.map((set) => {
    const stories = joinArticles(set.articles);
    const peers = STORY_PEERS.map(({ join }) => scoreStories(set.articles, join(set.articles)));
    return { ...set, stories, ours: scoreStories(set.articles, stories), peers };
  });
  console.log('BCubed P / R / F1 (development sets), and our F1 to theirs');
  print('', 'ours', ...STORY_PEERS.map(({ name }) => name));
  for (const { name, ours, peers } of results) {
    const cells = peers.map((peer) => `${describe(peer)}  ${(ours.f1 / peer.f1).toFixed(2)} ×`);
    print(name, describe(ours), ...cells);
  }
  console.log('\nWithout labels: pairs in one story whose countries agree');
  print('', 'ours', 'by the labels', 'stories', 'largest story');
  for (const { name, articles, stories } of results) {
    const largest = Math.max(...stories.map(({ length }) => length));
    const sizes = [String(stories.length), `${largest} of ${articles.length} articles`];
    print(name, gauge(articles, stories), gauge(articles, listEvents(articles)), ...sizes);
  }
  printHardPairs();
}

function printHardPairs(): void {
  for (const file of HARD_PAIR_FILES) {
    const { total, share, wronglyJoined, wronglyApart } = measureHardPairs(file);
    console.log(`\n${file}: ${Math.round(share * total)} of ${total} hard pairs are right`);
    console.log(`  wrongly joined: ${wronglyJoined.join('; ') || 'none'}`);
    console.log(`  wrongly apart: ${wronglyApart.join('; ') || 'none'}`);
  }
}

/** The stories of a perfect answer. */
function listEvents(articles: readonly LabelledArticle[]): string[][] {
  const events = new Map<string, string[]>();
  for (const { id, event } of articles) events.set(event, [...(events.get(event) ?? []), id]);
  return [...events.values()];
}

function gauge(
  articles: readonly LabelledArticle[],
  stories: readonly (readonly string[])[],
): string {
  const places = new Map(articles.map((article) => [article.id, findArticlePlaces(article)]));
  const { pairs, share } = countryAgreement<string>(stories, (id) => places.get(id)!);
  return pairs === 0 ? 'no countries' : `${(100 * share).toFixed(1)} % of ${pairs}`;
}

function describe({ precision, recall, f1 }: Agreement): string {
  return [precision, recall, f1].map((value) => value.toFixed(3).replace(/^0/, '')).join(' / ');
}

function print(name: string, ...cells: readonly string[]): void {
  console.log((name.padEnd(26) + cells.map((cell) => cell.padEnd(30)).join('')).trimEnd());
}
