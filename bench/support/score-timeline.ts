import { readEvalLines } from './read-eval.ts';
import { splitRougeWords } from './score-rouge.ts';

/** Texts by date. */
export type DatedTexts = ReadonlyMap<string, string>;

/** How well a timeline agrees with a reference: 0 to 1. */
export interface TimelineScore {
  /** F1 of the dates. */
  readonly date: number;
  /**
   * F1 of words and of word pairs between dates that are aligned, several to one, by nearness and likeness; each hit
   * counts 1 / (1 + days apart) ("align+ m:1" of Martschat and Markert 2017).
   */
  readonly ar1: number;
  readonly ar2: number;
}

/** The counts of a text by ROUGE-1.5.5's rules: stemmed, without stop words. */
interface Counts {
  readonly words: ReadonlyMap<string, number>;
  readonly pairs: ReadonlyMap<string, number>;
  /** As printed, for the alignment. */
  readonly printed: ReadonlyMap<string, number>;
}

type Grams = 'words' | 'pairs';

/** Scores a timeline against one reference. */
export function scoreTimeline(timeline: DatedTexts, reference: DatedTexts): TimelineScore {
  const [ours, theirs] = [timeline, reference].map(countAll) as [
    Map<string, Counts>,
    Map<string, Counts>,
  ];
  const shared = [...ours.keys()].filter((date) => theirs.has(date)).length;
  const aligned = (grams: Grams): number =>
    f1(scoreAligned(ours, theirs, grams), scoreAligned(theirs, ours, grams));
  return {
    date: f1(shared / (ours.size || 1), shared / (theirs.size || 1)),
    ar1: aligned('words'),
    ar2: aligned('pairs'),
  };
}

/** F1 of ROUGE-1 and ROUGE-2 between two texts. */
export function scoreUpdate(text: string, reference: string): { r1: number; r2: number } {
  const [ours, theirs] = [countText(text), countText(reference)];
  const score = (grams: Grams): number => {
    const hits = overlap(ours[grams], theirs[grams]);
    return f1(hits / (sum(ours[grams]) || 1), hits / (sum(theirs[grams]) || 1));
  };
  return { r1: score('words'), r2: score('pairs') };
}

/** The share of one side's grams that its closest dates of the other side have. */
function scoreAligned(
  from: ReadonlyMap<string, Counts>,
  to: ReadonlyMap<string, Counts>,
  grams: Grams,
): number {
  let [hits, all] = [0, 0];
  for (const [date, counts] of from) {
    all += sum(counts[grams]);
    const closest = findClosest(date, counts, to);
    if (closest === undefined) continue;
    hits += nearness(date, closest) * overlap(counts[grams], to.get(closest)![grams]);
  }
  return hits / (all || 1);
}

/** Dates are compared in order; of equally close ones the first is taken. */
function findClosest(
  date: string,
  counts: Counts,
  others: ReadonlyMap<string, Counts>,
): string | undefined {
  let [best, least]: [string | undefined, number] = [undefined, Infinity];
  for (const [other, { printed }] of others) {
    const hits = overlap(counts.printed, printed);
    const likeness = f1(hits / (sum(counts.printed) || 1), hits / (sum(printed) || 1));
    const cost = (1 - nearness(date, other)) * (1 - likeness);
    if (cost < least) [best, least] = [other, cost];
  }
  return best;
}

function nearness(a: string, b: string): number {
  return 1 / (1 + Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000);
}

function countAll(texts: DatedTexts): Map<string, Counts> {
  return new Map([...texts.keys()].toSorted().map((date) => [date, countText(texts.get(date)!)]));
}

const counted = new Map<string, Counts>();
let stopWords: ReadonlySet<string> | undefined;

function countText(text: string): Counts {
  const known = counted.get(text);
  if (known) return known;
  stopWords ??= new Set(readEvalLines('timelines/stopwords.txt'));
  const kept = splitRougeWords(text, false).filter((word) => !stopWords!.has(word));
  const words = kept.flatMap((word) => splitRougeWords(word));
  const counts = {
    words: count(words),
    pairs: count(words.slice(1).map((word, at) => `${words[at]} ${word}`)),
    printed: count(text.match(/[\p{L}\p{N}]+/gu) ?? []),
  };
  counted.set(text, counts);
  return counts;
}

function count(grams: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return counts;
}

function overlap(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [gram, times] of a) shared += Math.min(times, b.get(gram) ?? 0);
  return shared;
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const times of counts.values()) total += times;
  return total;
}

function f1(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
