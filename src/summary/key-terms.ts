import type { PrintedWords } from './reading/printed-words.ts';
import type { WeightedReading } from './weigh-reading.ts';

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
  /** A word that stands in compounds for more than this share is no term without one of them: "al", "anti". */
  maxFragmentShare: 0.5,
} as const;

/**
 * The heaviest terms of an article as printed, best first; only those whose numbers are wanted, by default all.
 * Names of several words stay whole.
 */
export function findKeyTerms(
  reading: WeightedReading,
  isWanted: (term: number) => boolean = () => true,
): string[] {
  const { title, text } = reading.printed;
  const keyTerms: string[] = [];
  const told = new Set<number>();
  for (const term of rankCandidates(reading)) {
    if (keyTerms.length === KEY_TERMS.count) break;
    if (told.has(term) || !isWanted(term)) continue;
    const { name, word, isFragment } = findForms(term, [title, text]);
    if (!/\p{L}/u.test(word) || (isFragment && !name)) continue;
    keyTerms.push(name?.text ?? word);
    for (const part of name?.terms ?? [term]) told.add(part);
  }
  return keyTerms;
}

/** Numbers of terms that the text repeats or shares with the title, heaviest first, of equals the one that comes first. */
function rankCandidates({ terms, capitals, idf, titleTerms }: WeightedReading): number[] {
  const { counts } = terms;
  const repeated: number[] = [];
  for (let term = 0; term < counts.length; term++) {
    if (counts[term]! >= KEY_TERMS.minCount) repeated.push(term);
  }
  const inTitle = titleTerms.filter((term) => counts[term] === KEY_TERMS.minCount - 1);
  return [...repeated, ...inTitle]
    .map((term) => ({
      term,
      weight: idf[term]! * (counts[term]! + (KEY_TERMS.nameWeight - 1) * capitals[term]!),
    }))
    .toSorted((a, b) => b.weight - a.weight || a.term - b.term)
    .map(({ term }) => term);
}

interface Name {
  readonly text: string;
  readonly terms: readonly number[];
  count: number;
}

/** How a term is printed most often, and the name or compound that holds most of it, if one does. */
function findForms(
  term: number,
  texts: readonly PrintedWords[],
): { word: string; name: Name | undefined; isFragment: boolean } {
  const words = new Map<string, number>();
  const names = new Map<string, Name>();
  let total = 0;
  let linked = 0;
  for (const text of texts) {
    for (let at = text.terms.indexOf(term); at !== -1; at = text.terms.indexOf(term, at + 1)) {
      const word = text.print(at, at);
      words.set(word, (words.get(word) ?? 0) + 1);
      total += 1;
      const compound = readCompound(text, at);
      if (compound) linked += 1;
      const name = compound ?? readName(text, at);
      if (!name) continue;
      const known = names.get(name.text);
      if (known) known.count += 1;
      else names.set(name.text, name);
    }
  }
  const [word = ''] = findGreatest(words, ([, count]) => count) ?? [];
  const name = findGreatest(names.values(), ({ count }) => count);
  const isWhole =
    name && name.count >= KEY_TERMS.minNameCount && name.count / total >= KEY_TERMS.minNameShare;
  const isFragment = linked > total * KEY_TERMS.maxFragmentShare;
  return { word, name: isWhole ? name : undefined, isFragment };
}

/** Of equals the first; undefined of nothing. */
function findGreatest<T>(items: Iterable<T>, measure: (item: T) => number): T | undefined {
  let greatest: T | undefined;
  for (const item of items) {
    if (greatest === undefined || measure(item) > measure(greatest)) greatest = item;
  }
  return greatest;
}

/** The words that are joined to a word by hyphens, with it. */
function readCompound(text: PrintedWords, at: number): Name | undefined {
  let first = at;
  let last = at;
  while (text.isLinked(first - 1) && at - first < KEY_TERMS.maxNameWords) first -= 1;
  while (text.isLinked(last) && last - at < KEY_TERMS.maxNameWords) last += 1;
  if (first === last) return undefined;
  return { text: text.print(first, last), terms: text.terms.slice(first, last + 1), count: 1 };
}

/** The run of two to four capitalized terms that a word stands in. */
function readName(text: PrintedWords, at: number): Name | undefined {
  if (!text.isName(at)) return undefined;
  let first = at;
  let last = at;
  while (text.isRun(first - 1) && at - first < KEY_TERMS.maxNameWords) first -= 1;
  while (text.isRun(last) && last - at < KEY_TERMS.maxNameWords) last += 1;
  if (first === last || last - first >= KEY_TERMS.maxNameWords) return undefined;
  return { text: text.print(first, last), terms: text.terms.slice(first, last + 1), count: 1 };
}
