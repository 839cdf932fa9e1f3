import { stemWord } from '../../src/text/stems.ts';
import type { Agreement } from './score-bcubed.ts';

/** ROUGE-n (Lin 2004) as Google's rouge_score counts it: ASCII words, those over three letters stemmed. */
export function scoreRouge(n: number, expected: string, actual: string): Agreement {
  const [want, got] = [countGrams(rougeWords(expected), n), countGrams(rougeWords(actual), n)];
  let shared = 0;
  for (const [gram, count] of got) shared += Math.min(count, want.get(gram) ?? 0);
  const precision = shared / Math.max(1, sum(got));
  const recall = shared / Math.max(1, sum(want));
  return {
    precision,
    recall,
    f1: shared === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

function rougeWords(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.map((word) => (word.length > 3 ? stemWord(word, 'en') : word));
}

function countGrams(words: readonly string[], n: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + n <= words.length; i++) {
    const gram = words.slice(i, i + n).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}
