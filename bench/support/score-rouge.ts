import { stemWord } from '../../src/text/stems.ts';
import { normalizeToken, splitTokens } from '../../src/text/tokens.ts';
import type { Agreement } from './score-bcubed.ts';

/** The words of a text as Google's rouge_score sees them: ASCII letters and digits, those over three letters stemmed. */
export function splitRougeWords(text: string, stemmed = true): string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return stemmed ? words.map((word) => (word.length > 3 ? stemWord(word, 'en') : word)) : words;
}

/** ROUGE-n (Lin 2004): shared n-grams, each counted as often as it occurs in both texts. */
export function scoreRouge(n: number, expected: string, actual: string, stemmed = true): Agreement {
  const want = countGrams(splitRougeWords(expected, stemmed), n);
  const got = countGrams(splitRougeWords(actual, stemmed), n);
  return scoreGrams(want, got);
}

/** ROUGE-n over the words of any script, not stemmed; rouge_score handles ASCII only. */
export function scoreWords(n: number, expected: string, actual: string): Agreement {
  const count = (text: string): Map<string, number> =>
    countGrams(
      splitTokens(text).map((token) => normalizeToken(token.text)),
      n,
    );
  return scoreGrams(count(expected), count(actual));
}

/**
 * ROUGE-Lsum (Lin 2004, summary level): for each expected line, the words in its longest common subsequence
 * with any actual line. No word counts more often than it occurs in either text. For texts of one line it
 * equals ROUGE-L.
 */
export function scoreRougeLsum(expected: string, actual: string, stemmed = true): Agreement {
  const [want, got] = [expected, actual].map((text) =>
    text
      .split('\n')
      .map((line) => splitRougeWords(line, stemmed))
      .filter((line) => line.length > 0),
  ) as [string[][], string[][]];
  const wantLeft = countGrams(want.flat(), 1);
  const gotLeft = countGrams(got.flat(), 1);
  const [wantCount, gotCount] = [sum(wantLeft), sum(gotLeft)];
  let shared = 0;
  for (const line of want) {
    const union = new Set(got.flatMap((other) => findCommon(line, other)));
    for (const at of union) {
      const word = line[at]!;
      const [inWant, inGot] = [wantLeft.get(word) ?? 0, gotLeft.get(word) ?? 0];
      if (inWant === 0 || inGot === 0) continue;
      wantLeft.set(word, inWant - 1);
      gotLeft.set(word, inGot - 1);
      shared += 1;
    }
  }
  return buildAgreement(shared, wantCount, gotCount);
}

/** The positions in `a` of one longest common subsequence; ties are broken as rouge_score does. */
function findCommon(a: readonly string[], b: readonly string[]): number[] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const up = lengths[(i - 1) * width + j]!;
      const left = lengths[i * width + j - 1]!;
      const both = lengths[(i - 1) * width + j - 1]! + 1;
      lengths[i * width + j] = a[i - 1] === b[j - 1] ? both : Math.max(up, left);
    }
  }
  const common: number[] = [];
  for (let i = a.length, j = b.length; i > 0 && j > 0;) {
    if (a[i - 1] === b[j - 1]) {
      common.push(i - 1);
      i -= 1;
      j -= 1;
    } else if (lengths[i * width + j - 1]! > lengths[(i - 1) * width + j]!) j -= 1;
    else i -= 1;
  }
  return common;
}

function scoreGrams(
  want: ReadonlyMap<string, number>,
  got: ReadonlyMap<string, number>,
): Agreement {
  let shared = 0;
  for (const [gram, count] of got) shared += Math.min(count, want.get(gram) ?? 0);
  return buildAgreement(shared, sum(want), sum(got));
}

function buildAgreement(shared: number, wantCount: number, gotCount: number): Agreement {
  const precision = shared / Math.max(1, gotCount);
  const recall = shared / Math.max(1, wantCount);
  const f1 = shared === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
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
