import type { JoinableArticle } from '../../src/story/join-articles.ts';
import { readStoryText } from '../../src/story/join/story-text.ts';
import { buildStoryVector, weightOfEntry } from '../../src/story/join/story-vector.ts';
import { termOf } from '../../src/story/join/terms/term-entry.ts';
import { TermTable } from '../../src/story/join/terms/term-table.ts';
import { splitSentences } from '../../src/text/sentences.ts';

/** A way to join articles into stories: the ids of each story's articles. */
export interface StoryPeer {
  readonly name: string;
  readonly join: (articles: readonly JoinableArticle[]) => string[][];
}

/** Those of centroids were in use here once. The other two thresholds are the best for the mean of this suite's sets. */
const PEERS = {
  centroidCosine: 0.25,
  centroidTerms: 80,
  averageCosine: 0.14,
  titleJaccard: 0.12,
} as const;

/** Simpler ways to join. All but the last compare our vectors, so that only the rule differs. */
export const STORY_PEERS: readonly StoryPeer[] = [
  { name: 'one-pass centroid', join: joinByCentroid },
  { name: 'average link', join: joinByAverage },
  { name: 'titles only', join: joinByTitle },
];

/** Each article, in order of time, joins the story with the closest centroid (as in topic detection and tracking). */
function joinByCentroid(articles: readonly JoinableArticle[]): string[][] {
  const stories: { ids: string[]; centroid: Map<number, number> }[] = [];
  const sorted = articles.toSorted(compareByTime);
  for (const [i, { terms, weights }] of readVectors(sorted).entries()) {
    const kept = [...terms.subarray(0, PEERS.centroidTerms)];
    const length = Math.hypot(...kept.map((_, at) => weights[at]!));
    const vector = new Map(kept.map((term, at) => [term, weights[at]! / (length || 1)]));
    const [best] = stories
      .map((story) => ({ story, cosine: dot(vector, story.centroid) / norm(story.centroid) }))
      .filter(({ cosine }) => cosine >= PEERS.centroidCosine)
      .toSorted((a, b) => b.cosine - a.cosine);
    if (!best) {
      stories.push({ ids: [sorted[i]!.id], centroid: vector });
      continue;
    }
    const { ids, centroid } = best.story;
    ids.push(sorted[i]!.id);
    for (const [term, weight] of vector) centroid.set(term, (centroid.get(term) ?? 0) + weight);
  }
  return stories.map(({ ids }) => ids);
}

/** The two groups with the highest mean cosine join, as long as it reaches a threshold. */
function joinByAverage(articles: readonly JoinableArticle[]): string[][] {
  const sums = computeCosines(readVectors(articles));
  const groups = articles.map(({ id }) => [id]);
  const open = new Set(groups.keys());
  for (;;) {
    let [best, a, b] = [PEERS.averageCosine as number, -1, -1];
    for (const i of open) {
      for (const j of open) {
        if (j >= i) break;
        const mean = sums[i]![j]! / (groups[i]!.length * groups[j]!.length);
        if (mean > best) [best, a, b] = [mean, j, i];
      }
    }
    if (a < 0) break;
    open.delete(b);
    groups[a]!.push(...groups[b]!);
    for (const other of open) {
      sums[a]![other]! += sums[b]![other]!;
      sums[other]![a] = sums[a]![other]!;
    }
  }
  return [...open].map((i) => groups[i]!);
}

/** Each article, in order of time, joins the article whose title shares the largest part of its terms. */
function joinByTitle(articles: readonly JoinableArticle[]): string[][] {
  const seen: { terms: ReadonlySet<string>; story: string[] }[] = [];
  const stories: string[][] = [];
  for (const { id, title = '', text, lang = 'en' } of articles.toSorted(compareByTime)) {
    const line = title || (splitSentences(text, lang)[0]?.text ?? '');
    const { vocabulary, terms: numbers } = readStoryText({ text: line, lang }).counts;
    const terms = new Set(Array.from(numbers, (number) => vocabulary.textOf(number)));
    const [best] = seen
      .map((other) => ({ other, share: jaccard(terms, other.terms) }))
      .filter(({ share }) => share >= PEERS.titleJaccard)
      .toSorted((a, b) => b.share - a.share);
    const story = best?.other.story ?? [];
    if (story.length === 0) stories.push(story);
    story.push(id);
    seen.push({ terms, story });
  }
  return stories;
}

/** The terms of an article, by id, and their weights. */
interface PeerVector {
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
}

function readVectors(articles: readonly JoinableArticle[]): PeerVector[] {
  const table = new TermTable();
  return articles.map((article) => {
    const { entries, scale } = buildStoryVector(readStoryText(article).counts, table);
    const weights = Float32Array.from(entries, (entry) => weightOfEntry(entry, scale, table));
    return { terms: entries.map(termOf), weights };
  });
}

/** The cosines of all pairs. */
function computeCosines(vectors: readonly PeerVector[]): Float64Array[] {
  const highest = vectors.flatMap(({ terms }) => [...terms]).reduce((a, b) => Math.max(a, b), 0);
  const weightOf = new Float64Array(highest + 1);
  return vectors.map((vector) => {
    for (const [i, term] of vector.terms.entries()) weightOf[term] = vector.weights[i]!;
    const cosines = Float64Array.from(vectors, ({ terms, weights }) =>
      terms.reduce((sum, term, i) => sum + weightOf[term]! * weights[i]!, 0),
    );
    for (const term of vector.terms) weightOf[term] = 0;
    return cosines;
  });
}

function dot(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
  return sum;
}

function norm(vector: ReadonlyMap<number, number>): number {
  return Math.sqrt(dot(vector, vector)) || 1;
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((term) => b.has(term)).length;
  return shared / (a.size + b.size - shared || 1);
}

function compareByTime(a: JoinableArticle, b: JoinableArticle): number {
  const [timeA, timeB] = [a.publishedAt ?? '', b.publishedAt ?? ''];
  if (timeA !== timeB) return timeA < timeB ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
