import type { Corpus } from './corpus.ts';
import type { PrintedWords } from './printed-words.ts';
import type { Report } from './report.ts';

/** How many key terms an article gets, and what makes several words one of them. */
const KEY_TERMS = {
  count: 6,
  /** A term must occur so often, the title included: a name dropped once is rare but tells no topic. */
  minCount: 2,
  /** How often a capitalized word of the text counts. */
  nameWeight: 1.5,
  /** A name of several words must occur so often, the title included. */
  minNameCount: 2,
  /** And hold so much of its word's occurrences, 0 to 1: "Kim" alone stays "Kim". */
  minNameShare: 0.4,
  maxNameWords: 4,
} as const;

/** The article's heaviest terms as printed, names of several words whole, best first. */
export function findKeyTerms(
  { printed: { title, text }, termOf }: Pick<Report, 'printed' | 'termOf'>,
  corpus: Corpus,
): string[] {
  const candidates = rankCandidates(title, text, (id) => {
    const term = termOf(id);
    return term === undefined || !/\p{L}/u.test(term) ? 0 : corpus.idf(term);
  });
  const keyTerms: string[] = [];
  const told = new Set<number>();
  for (const id of candidates) {
    if (keyTerms.length === KEY_TERMS.count) break;
    if (told.has(id)) continue;
    const { name, word } = findForms(id, [title, text]);
    keyTerms.push(name?.text ?? word);
    for (const part of name?.ids ?? [id]) told.add(part);
  }
  return keyTerms;
}

/** Terms that the text repeats or shares with the title, heaviest first; a headline's own verbs tell no topic. */
function rankCandidates(
  title: PrintedWords,
  text: PrintedWords,
  idfOf: (id: number) => number,
): number[] {
  const counts = new Map<number, { all: number; weighted: number }>();
  text.ids.forEach((id, at) => {
    const weight = text.capitals[at] ? KEY_TERMS.nameWeight : 1;
    const count = counts.get(id);
    if (!count) counts.set(id, { all: 1, weighted: weight });
    else {
      count.all += 1;
      count.weighted += weight;
    }
  });
  for (const id of title.ids) {
    const count = counts.get(id);
    if (count) count.all += 1;
  }
  const heavy: [id: number, weight: number][] = [];
  for (const [id, { all, weighted }] of counts) {
    const weight = all >= KEY_TERMS.minCount ? weighted * idfOf(id) : 0;
    if (weight > 0) heavy.push([id, weight]);
  }
  // Of equals the one that the text has first.
  return heavy.toSorted(([, a], [, b]) => b - a).map(([id]) => id);
}

interface Name {
  readonly text: string;
  readonly ids: readonly number[];
  count: number;
}

/** How a term is printed most often, and the name of several words that holds most of it, if one does. */
function findForms(
  id: number,
  texts: readonly PrintedWords[],
): { word: string; name: Name | undefined } {
  const words = new Map<string, number>();
  const names = new Map<string, Name>();
  let total = 0;
  for (const text of texts) {
    for (let at = text.ids.indexOf(id); at !== -1; at = text.ids.indexOf(id, at + 1)) {
      const word = text.print(at, at);
      words.set(word, (words.get(word) ?? 0) + 1);
      total += 1;
      const name = readName(text, at);
      if (!name) continue;
      const known = names.get(name.text);
      if (known) known.count += 1;
      else names.set(name.text, name);
    }
  }
  const byCount = [...names.values()].toSorted((a, b) => b.count - a.count);
  const name = byCount.find(
    ({ count }) => count >= KEY_TERMS.minNameCount && count / total >= KEY_TERMS.minNameShare,
  );
  const [word = ''] = [...words].toSorted(([, a], [, b]) => b - a)[0] ?? [];
  return { word, name };
}

/** The run of two to four capitalized terms that a word stands in. */
function readName(text: PrintedWords, at: number): Name | undefined {
  if (!text.capitals[at]) return undefined;
  let [first, last] = [at, at];
  while (text.isRun(first - 1) && at - first < KEY_TERMS.maxNameWords) first -= 1;
  while (text.isRun(last) && last - at < KEY_TERMS.maxNameWords) last += 1;
  if (first === last || last - first >= KEY_TERMS.maxNameWords) return undefined;
  return { text: text.print(first, last), ids: text.ids.slice(first, last + 1), count: 1 };
}
